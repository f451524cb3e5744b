import { Blob as NodeBlob } from 'node:buffer';
import { vi } from 'vitest';

// Imported before anything that asks what a Uint8Array is: schemas keep the class they were made with.

// What browsers have and jsdom lacks.
if (!Blob.prototype.stream) vi.stubGlobal('Blob', NodeBlob);
// jsdom brings a Uint8Array and an ArrayBuffer of its own, and no Buffer of Node's is or has one.
vi.stubGlobal('Uint8Array', Object.getPrototypeOf(Buffer));
vi.stubGlobal('ArrayBuffer', Buffer.alloc(1).buffer.constructor);
