import * as v from 'valibot';

/** A schema that values from outside are held against. */
export type Readable = v.GenericSchema;
/** What a value is once it was read by such a schema. */
export type ReadAs<S extends Readable> = v.InferOutput<S>;

/** A value from outside as its schema says it is, or undefined when it is anything else. */
export const readAs = <S extends Readable>(schema: S, value: unknown): ReadAs<S> | undefined => {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : undefined;
};
