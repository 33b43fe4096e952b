import { formatTime } from '../../clock/Clock';
import { Message, MESSAGES } from './messages';
import { WireField, wireFields } from './wireFields';

type Fields = Record<string, unknown>;

const MAGIC = Buffer.from('k8s\0');

/** Reads an object as Kubernetes' clients write it in protobuf; undefined when it is of a kind that is not known here. */
export function decodeProtobuf(bytes: Buffer): Fields | undefined {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    return undefined;
  }
  const envelope = decodeMessage('Unknown', bytes.subarray(MAGIC.length));
  const { apiVersion, kind } = (envelope.typeMeta ?? {}) as Fields;
  const { raw } = envelope;
  return MESSAGES[String(kind)] && Buffer.isBuffer(raw)
    ? { apiVersion, kind, ...decodeMessage(String(kind), raw) }
    : undefined;
}

function decodeMessage(name: string, bytes: Buffer): Fields {
  const message: Message = MESSAGES[name] ?? {};
  const result: Fields = {};
  for (const field of wireFields(bytes)) {
    const known = message[field.number];
    if (known !== undefined) {
      put(result, known, field);
    }
  }
  return result;
}

/** Empty values are what Go writes for absent ones. */
function put(result: Fields, known: string, field: WireField) {
  const [label, type = 'text'] = known.split(': ');
  const name = label.replace('[]', '');
  const value = decodeValue(type, field);
  if (value === undefined || value === '' || value === 0) {
    return;
  }
  if (label.endsWith('[]')) {
    result[name] = [...((result[name] as unknown[]) ?? []), value];
  } else if (type === 'map' || type === 'bytesMap') {
    result[name] = { ...(result[name] as Fields), ...(value as Fields) };
  } else {
    result[name] = value;
  }
}

function decodeValue(type: string, { value, bytes }: WireField): unknown {
  switch (type) {
    case 'text':
      return bytes.toString();
    case 'raw':
      return bytes;
    case 'int':
      return value;
    case 'bool':
      return value !== 0;
    case 'time':
      return timeOf(bytes);
    case 'map':
      return entryOf(bytes, entry => entry.toString());
    case 'bytesMap':
      return entryOf(bytes, entry => entry.toString('base64'));
    default:
      return decodeMessage(type, bytes);
  }
}

function entryOf(bytes: Buffer, read: (value: Buffer) => string): Fields {
  const [key, value] = [1, 2].map(
    number =>
      wireFields(bytes).find(field => field.number === number)?.bytes ??
      Buffer.alloc(0),
  );
  return { [key.toString()]: read(value) };
}

function timeOf(bytes: Buffer): string | undefined {
  const seconds = wireFields(bytes).find(({ number }) => number === 1);
  return seconds && formatTime(new Date(seconds.value * 1000));
}
