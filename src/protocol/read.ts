import * as v from 'valibot';

/** A value from outside as its schema says it is, or undefined when it is anything else. */
export const readAs = <S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> | undefined => {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : undefined;
};
