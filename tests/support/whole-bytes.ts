import { Blob, Buffer, File } from 'node:buffer';
import { TextEncoder } from 'node:util';

// What browsers have and jsdom lacks: files that can be read, and bytes that are the same bytes to every library.
Object.assign(globalThis, { Blob, File, TextEncoder, Uint8Array: Object.getPrototypeOf(Buffer) as unknown });
