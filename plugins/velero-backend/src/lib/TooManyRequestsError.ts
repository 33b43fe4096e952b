import { CustomErrorBase } from '@backstage/errors';

/** Somebody asks more often than the portal answers. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;
}
