import { decodeCursor, encodeCursor } from './cursor';

/** Where a page of requests ended. */
interface Place {
  createdAt: number;
  id: string;
}

export function encodePlace(filter: unknown, { createdAt, id }: Place): string {
  return encodeCursor(['restore-requests', filter], {
    sortTime: createdAt,
    cluster: '',
    namespace: '',
    name: id,
  });
}

/** @throws InputError when the text was not made here, or for another question */
export function decodePlace(filter: unknown, text: string): Place {
  const { sortTime, name } = decodeCursor(['restore-requests', filter], text);
  return { createdAt: sortTime, id: name };
}
