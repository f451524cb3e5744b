import type * as v from 'valibot';
import type { RequestRefusalCode } from '#protocol/refusals.ts';

export type Schema = v.GenericSchema;
/** One way of asking, as it is told to programs. */
export type Described = {
  path: string;
  /** Names in braces are parts of the address. */
  method: 'get' | 'post' | 'head' | 'patch' | 'delete';
  summary: string;
  open?: true;
  /** Read by other systems, with a token of theirs. */
  read?: true;
  /** Binary bodies are told in words, and so is plain text. */
  body?: Schema | string | { text: string };
  query?: Record<string, { about: string; required?: true; type: 'string' | 'integer' }>;
  answer: Schema | string | { picture: string } | { calendar: string } | { events: string } | { rows: Schema } | null;
  /** The status of success, where it is not 200. */
  done?: 201 | 204;
  refusals: RequestRefusalCode[];
};
