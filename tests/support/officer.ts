import type { Figures } from '#protocol/figures.ts';
import type { SignInAnswer } from '#protocol/sign-in.ts';

/** Somebody signed in without a screen: asks the province over HTTP and reads its answers. */
export const signInByHttp = async (url: string, invitation: string) => {
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Protocol': '1' },
    body: JSON.stringify({ invitation }),
  });
  const { token, situation, device } = (await answer.json()) as SignInAnswer;
  const get = (path: string) =>
    fetch(`${url}${path}`, {
      headers: { Authorization: `Bearer ${token}`, 'X-Protocol': '1', 'Accept-Language': 'vi' },
    });
  return {
    situation,
    device,
    get,
    figures: async (unit = situation.person.unit) => (await (await get(`/api/figures?unit=${unit}`)).json()) as Figures,
  };
};
