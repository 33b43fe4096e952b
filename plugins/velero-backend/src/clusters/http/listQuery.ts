import { ListOptions } from '../ClusterConnection';

/** The query of one page of a list. */
export function listQuery({
  labelSelector,
  limit,
  continueToken,
}: Pick<ListOptions, 'labelSelector' | 'limit' | 'continueToken'>): Record<
  string,
  string
> {
  return {
    limit: String(limit),
    ...(labelSelector && { labelSelector }),
    ...(continueToken && { continue: continueToken }),
  };
}
