import { ProtectionState } from '../../api/protection';
import { World } from './world';

/** A row of the table: a situation in words, what the portal says of it, and the objects that make it. */
export type ProtectionRow = [
  situation: string,
  state: ProtectionState,
  sentence: string,
  world: World,
];
