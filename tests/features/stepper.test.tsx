import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readCount } from '#model/draft.ts';
import { Stepper } from '#ui/Stepper.tsx';

const Counting = ({ from = '0', most }: { from?: string; most?: number }) => {
  const [text, setText] = useState(from);
  return (
    <Stepper
      id="count"
      labels={{
        group: 'Cài VNeID',
        amount: 'Số lượng, Cài VNeID',
        more: 'Thêm 1, Cài VNeID',
        less: 'Bớt 1, Cài VNeID',
      }}
      text={text}
      count={readCount(text)}
      onText={setText}
      {...(most !== undefined && { most })}
    />
  );
};

const count = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Số lượng, Cài VNeID' });
const plus = () => screen.getByRole('button', { name: 'Thêm 1, Cài VNeID' });
const minus = () => screen.queryByRole('button', { name: 'Bớt 1, Cài VNeID' });

afterEach(cleanup);

test('it is a text field with the number keypad, never a number field that rolls under a thumb', () => {
  render(<Counting />);
  expect(count().type).toBe('text');
  expect(count().inputMode).toBe('numeric');
});

test('a tap adds one, a tap takes one off, and at zero there is nothing to take off', async () => {
  render(<Counting />);
  expect(minus()).toHaveProperty('disabled', true);
  await userEvent.click(plus());
  await userEvent.click(plus());
  expect(count().value).toBe('2');
  await userEvent.click(minus()!);
  await userEvent.click(minus()!);
  expect(count().value).toBe('0');
  expect(minus()).toHaveProperty('disabled', true);
});

test('when the last one is taken off, the focus goes to + and not to nowhere', async () => {
  render(<Counting from="1" />);
  await userEvent.click(minus()!);
  expect(document.activeElement).toBe(plus());
});

test('a tap on the number selects it, so that typing replaces it', async () => {
  render(<Counting from="8" />);
  await userEvent.click(count());
  await userEvent.keyboard('42');
  expect(count().value).toBe('42');
});

test('what is typed stays as typed, also when it is no number', async () => {
  render(<Counting />);
  await userEvent.click(count());
  await userEvent.keyboard('-3');
  expect(count().value).toBe('-3');
  await userEvent.clear(count());
  await userEvent.keyboard('2,5');
  await userEvent.tab();
  expect(count().value).toBe('2,5');
});

test('a number cleared and left is zero', async () => {
  render(<Counting from="8" />);
  await userEvent.clear(count());
  expect(count().value).toBe('');
  await userEvent.tab();
  expect(count().value).toBe('0');
});

test('arrows on the keyboard count too', async () => {
  render(<Counting from="4" />);
  count().focus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}');
  expect(count().value).toBe('5');
  plus().focus();
  await userEvent.keyboard('{Enter} ');
  expect(count().value).toBe('7');
});

test('+ rests at the most there can be', async () => {
  render(<Counting from="2" most={3} />);
  await userEvent.click(plus());
  await userEvent.click(plus());
  expect(count().value).toBe('3');
  expect(plus().getAttribute('aria-disabled')).toBe('true');
});

test('+ and − go on from a number people write with a dot', async () => {
  render(<Counting from="1.204" />);
  await userEvent.click(plus());
  expect(count().value).toBe('1205');
});

/** Time passes as it does on a phone: with pictures drawn in between. */
const advance = (milliseconds: number) => {
  for (let passed = 0; passed < milliseconds; passed += 50) act(() => vi.advanceTimersByTime(50));
};

beforeEach(() => void vi.useRealTimers());

test('held, + counts on, faster after a while, and stops with the finger', () => {
  vi.useFakeTimers();
  render(<Counting />);
  fireEvent.pointerDown(plus());
  advance(1000);
  const afterOneSecond = Number(count().value);
  expect(afterOneSecond).toBeGreaterThan(3);
  advance(1000);
  const inTheNextSecond = Number(count().value) - afterOneSecond;
  expect(inTheNextSecond).toBeGreaterThan(2 * afterOneSecond);
  fireEvent.pointerUp(plus());
  fireEvent.click(plus());
  const letGo = count().value;
  advance(2000);
  expect(count().value).toBe(letGo);
});

test('a thumb that slides off the button stops it', () => {
  vi.useFakeTimers();
  render(<Counting from="50" />);
  fireEvent.pointerDown(minus()!);
  advance(800);
  fireEvent.pointerLeave(minus()!);
  const left = count().value;
  advance(1000);
  expect(count().value).toBe(left);
});
