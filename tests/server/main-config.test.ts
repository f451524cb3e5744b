import { expect, test } from 'vitest';
import { addressOf } from '#server/address.ts';
import { readConfig } from '#server/config.ts';
import { languageOfTerminal, wordsIn } from '#server/words.ts';

const configOf = (env: NodeJS.ProcessEnv) => {
  const read = readConfig(env);
  if (read.kind !== 'config') throw new Error(read.problem);
  return read.config;
};

test('with nothing said, only this machine is answered, at http://localhost:4006', () => {
  const config = configOf({});
  expect(config).toMatchObject({
    port: 4006,
    host: '127.0.0.1',
    behindTls: false,
    trustProxy: false,
    logLevel: 'info',
  });
  expect(config.database).toMatch(/[/\\]data[/\\]province\.sqlite$/);
  expect(addressOf(config, config.port)).toBe('http://localhost:4006');
});

test('an https address means TLS in front of us, by a proxy on this machine unless another is named', () => {
  const config = configOf({ PUBLIC_URL: 'https://sotay.example.vn/' });
  expect(config).toMatchObject({ publicUrl: 'https://sotay.example.vn', behindTls: true, trustProxy: 'loopback' });
  expect(addressOf(config, 4006)).toBe('https://sotay.example.vn');
  expect(configOf({ BEHIND_TLS: '1', TRUST_PROXY: '10.0.0.0/8, 2001:db8::1' }).trustProxy).toBe(
    '10.0.0.0/8, 2001:db8::1',
  );
  expect(configOf({ PUBLIC_URL: 'https://sotay.example.vn', BEHIND_TLS: '0' }).behindTls).toBe(false);
});

test('an address with colons stands in brackets', () => {
  expect(addressOf({ publicUrl: undefined, host: '2001:db8::1' }, 80)).toBe('http://[2001:db8::1]:80');
});

test.each([
  [{ PORT: 'http' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ PORT: '-1' }, 'PORT'],
  [{ PORT: '4006.5' }, 'PORT'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ BEHIND_TLS: 'maybe' }, 'BEHIND_TLS'],
  [{ BEHIND_TLS: 'constructor' }, 'BEHIND_TLS'],
  [{ TRUST_PROXY: 'everybody' }, 'TRUST_PROXY'],
  [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY'],
  [{ TRUST_PROXY: '10.0.0.1,,' }, 'TRUST_PROXY'],
  [{ PUBLIC_URL: 'sotay.example.vn' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'ftp://sotay.example.vn' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://example.vn/sotay' }, 'PUBLIC_URL'],
])('%j is wrong, and a sentence in either language says which variable and what to set', (env, variable) => {
  const read = readConfig(env);
  if (read.kind !== 'wrong') throw new Error('taken for right');
  for (const language of ['vi', 'en'] as const) {
    const sentence = wordsIn(language)(read.problem, { value: read.value });
    expect(sentence).toContain(variable);
    expect(sentence).toMatch(/Hãy đặt|Set /);
    expect(sentence).not.toContain('{{');
  }
});

test.each(['co-so-du-lieu', 'mysql://sotay:bi-mat@db/sotay', '/var/run/postgresql', 'postgres//sotay:bi-mat@db'])(
  'DATABASE_URL %j is wrong, and nothing of it is repeated: it may hold a password',
  (value) => {
    const read = readConfig({ DATABASE_URL: value });
    if (read.kind !== 'wrong') throw new Error('taken for right');
    for (const language of ['vi', 'en'] as const) {
      const sentence = wordsIn(language)(read.problem, { value: read.value });
      expect(sentence).toContain('DATABASE_URL');
      expect(sentence).not.toContain(value);
      expect(sentence).not.toContain('bi-mat');
    }
  },
);

test('a terminal is spoken to in English when it is set to English, else in Vietnamese', () => {
  expect(languageOfTerminal({ LANG: 'en_US.UTF-8' })).toBe('en');
  expect(languageOfTerminal({ LANG: 'en_US.UTF-8', LC_ALL: 'vi_VN.UTF-8' })).toBe('vi');
  expect(languageOfTerminal({ LANG: 'C.UTF-8' })).toBe('vi');
});
