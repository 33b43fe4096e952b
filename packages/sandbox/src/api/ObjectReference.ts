import { ResourceType } from './ResourceType';

/** Names one object. */
export interface ObjectReference {
  type: ResourceType;
  name: string;
  namespace?: string;
}
