import type { DeviceNumber, Operation } from '#model/operation.ts';

/**
 * A run of consecutive operations of one device (rule P2). `waiting` is how many the phone still holds, this batch
 * included, so that an officer can read "máy báo lúc 07:40 còn 3 lượt".
 */
export type Push = { version: number; device: DeviceNumber; waiting: number; operations: Operation[] };
