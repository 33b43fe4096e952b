import { MediaType } from './negotiate';
import { partialObjects } from './partialObjects';
import { Representation, RepresentationOptions } from './Representation';
import { TableRepresentation } from './TableRepresentation';
import { WholeObjects, YamlObjects } from './WholeObjects';

/** How to write objects for a client that wants this media type. */
export function representationOf(
  { as, yaml }: MediaType,
  options: RepresentationOptions,
): Representation {
  switch (as) {
    case 'Table':
      return new TableRepresentation(options);
    case 'PartialObjectMetadata':
    case 'PartialObjectMetadataList':
      return partialObjects;
    default:
      return yaml
        ? new YamlObjects(options.type)
        : new WholeObjects(options.type);
  }
}
