import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { cellWords, channelWords, measureWords, placeWords, serviceWords } from '#protocol/words.ts';

test('the words of protocol version 1 stay as they are: a phone not yet updated reads by their place in the list', () => {
  const all = [placeWords, channelWords, measureWords, cellWords, serviceWords].map((words) => words.join(' '));
  expect(createHash('sha256').update(all.join('\n')).digest('hex')).toBe(
    '16d32feef26d8f55e1d2761067a9d632e456657e3c915e18816dc03ad5c46e58',
  );
});
