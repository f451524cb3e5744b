/** Thrown while reading bytes that no writer of ours wrote; caught where a body is decoded, and nowhere else. */
export class Unreadable extends Error {}

/** Bytes being written, growing as needed. */
export class ByteWriter {
  private held = new Uint8Array(1024);
  private length = 0;

  /** The next `count` bytes, all 0, to be filled in by the caller before anything else is written. */
  take(count: number): Uint8Array {
    const end = this.length + count;
    if (end > this.held.length) {
      const larger = new Uint8Array(Math.max(end, this.held.length * 2));
      larger.set(this.held.subarray(0, this.length));
      this.held = larger;
    }
    const taken = this.held.subarray(this.length, end);
    this.length = end;
    return taken;
  }

  byte(value: number): void {
    this.take(1)[0] = value;
  }

  written(): Uint8Array {
    return this.held.slice(0, this.length);
  }
}

/** Bytes being read from the front. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private position = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  take(count: number): Uint8Array {
    const end = this.position + count;
    if (end > this.bytes.length) throw new Unreadable('The bytes end too early');
    const taken = this.bytes.subarray(this.position, end);
    this.position = end;
    return taken;
  }

  byte(): number {
    return this.take(1)[0]!;
  }

  /** Everything has to be read: bytes left over mean that something was misread. */
  finish(): void {
    if (this.position !== this.bytes.length) throw new Unreadable('Bytes are left over');
  }
}
