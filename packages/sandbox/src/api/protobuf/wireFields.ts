/** A field as it stands in a protobuf message: a number, or bytes. */
export interface WireField {
  number: number;
  value: number;
  bytes: Buffer;
}

const NOTHING = Buffer.alloc(0);

/** Splits a protobuf message into its fields. */
export function wireFields(message: Buffer): WireField[] {
  const fields: WireField[] = [];
  let at = 0;
  while (at < message.length) {
    const [tag, afterTag] = varint(message, at);
    const [first, afterFirst] = varint(message, afterTag);
    const number = Math.floor(tag / 8);
    if (tag % 8 === 0) {
      fields.push({ number, value: first, bytes: NOTHING });
      at = afterFirst;
    } else if (tag % 8 === 2) {
      at = afterFirst + first;
      const bytes = message.subarray(afterFirst, at);
      fields.push({ number, value: 0, bytes });
    } else {
      throw new Error(`Wire type ${tag % 8} of protobuf is not in use here`);
    }
  }
  return fields;
}

/** A number in groups of seven bits, the lowest first. */
function varint(bytes: Buffer, start: number): [value: number, end: number] {
  let value = 0;
  let factor = 1;
  for (let at = start; at < bytes.length; at += 1) {
    value += (bytes[at] % 0x80) * factor;
    if (bytes[at] < 0x80) {
      return [value, at + 1];
    }
    factor *= 0x80;
  }
  throw new Error('A message of protobuf ends within a number');
}
