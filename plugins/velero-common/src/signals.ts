/**
 * Channel on which the backend says that something changed in the store. The message is empty on purpose: it reaches
 * every connected user, so it must not say what changed; readers ask again through the API.
 *
 * @public
 */
export const VELERO_CHANGES_CHANNEL = 'velero:changes';
