/** The parts of ASN.1's distinguished encoding that a certificate needs. */

export function raw(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content)]), content]);
}

function lengthOf({ length }: Buffer): number[] {
  if (length < 0x80) {
    return [length];
  }
  return length < 0x100
    ? [0x81, length]
    : [0x82, Math.floor(length / 0x100), length % 0x100];
}

export const TRUE = raw(0x01, Buffer.from([0xff]));

export function sequence(...parts: Buffer[]): Buffer {
  return raw(0x30, Buffer.concat(parts));
}

export function set(...parts: Buffer[]): Buffer {
  return raw(0x31, Buffer.concat(parts));
}

/** The bytes of a positive number whose first bit is not set. */
export function integer(bytes: Buffer): Buffer {
  return raw(0x02, bytes);
}

export function bitString(bytes: Buffer): Buffer {
  return raw(0x03, Buffer.concat([Buffer.from([0]), bytes]));
}

export function octetString(content: Buffer): Buffer {
  return raw(0x04, content);
}

export function utf8(text: string): Buffer {
  return raw(0x0c, Buffer.from(text));
}

export function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, '').slice(2, 14);
  return raw(0x17, Buffer.from(`${digits}Z`));
}

export function context(number: number, content: Buffer): Buffer {
  return raw(0xa0 + number, content);
}

export function objectId(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest.flatMap(septets)];
  return raw(0x06, Buffer.from(bytes));
}

/** Seven bits per byte, of which all but the last have the eighth set. */
function septets(value: number): number[] {
  const digits = [value % 0x80];
  for (
    let rest = Math.floor(value / 0x80);
    rest;
    rest = Math.floor(rest / 0x80)
  ) {
    digits.unshift(0x80 + (rest % 0x80));
  }
  return digits;
}
