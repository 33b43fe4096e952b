import { StoragePrice } from '../../storage/storageServices';

/** What is to be expected of a restore. @public */
export type RestoreFactId = 'age' | 'size' | 'duration' | 'cost';

/** Something that is to be expected of a restore, in words and, as far as it is known, in numbers. @public */
export interface RestoreFact {
  id: RestoreFactId;
  words: string;
  /** False when nobody knows; the words say why. */
  known: boolean;
  /** How old the data is, or how long it takes. */
  seconds?: number;
  /** Of volumes; at least so many where the words say so. */
  bytes?: number;
  /** Before discounts and free allowances. */
  price?: Pick<StoragePrice, 'amount' | 'currency'>;
  /** Address of the list of prices. */
  source?: string;
}
