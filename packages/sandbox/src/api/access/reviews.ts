import { badRequest } from '../ApiError';
import { isRecord } from '../KubernetesObject';
import { AccessRequest } from './AccessRequest';
import { Authorizer } from './Authorizer';
import { authenticated, Subject } from './Subject';

interface ReviewQuestion {
  authorizer: Authorizer;
  subject: Subject;
  /** The body of the request. */
  review: Record<string, unknown>;
}

type Review = (question: ReviewQuestion) => Record<string, unknown>;

/** What is asked of an API server by creating an object that is never stored. */
export const REVIEWS: Record<string, Review | undefined> = {
  selfsubjectaccessreviews: question => accessStatus(question),
  subjectaccessreviews: question => {
    const { user, groups } = specOf(question);
    const named = Array.isArray(groups) ? groups.map(String) : [];
    const subject = authenticated(String(user), named);
    return accessStatus({ ...question, subject });
  },
  selfsubjectrulesreviews: ({ authorizer, subject, review }) => {
    const { namespace } = specOf({ review });
    if (!namespace) {
      throw badRequest('no namespace on request');
    }
    const rules = authorizer.rulesOf(subject, String(namespace));
    return {
      resourceRules: rules
        .filter(({ resources }) => resources?.length)
        .map(({ nonResourceURLs: _urls, ...rule }) => rule),
      nonResourceRules: rules
        .filter(({ nonResourceURLs }) => nonResourceURLs?.length)
        .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
      incomplete: false,
    };
  },
  selfsubjectreviews: ({ subject }) => ({
    userInfo: { username: subject.name, groups: subject.groups },
  }),
};

function specOf({ review }: Pick<ReviewQuestion, 'review'>) {
  return isRecord(review.spec) ? review.spec : {};
}

function accessStatus(question: ReviewQuestion): Record<string, unknown> {
  const { authorizer, subject } = question;
  return { ...authorizer.decide(subject, accessOf(specOf(question))) };
}

function accessOf(spec: Record<string, unknown>): AccessRequest {
  const { resourceAttributes, nonResourceAttributes } = spec;
  if (isRecord(nonResourceAttributes)) {
    const { path = '', verb = '' } = nonResourceAttributes;
    return { path: String(path), verb: String(verb) };
  }
  if (!isRecord(resourceAttributes)) {
    throw badRequest(
      'exactly one of nonResourceAttributes or resourceAttributes must be specified',
    );
  }
  const attribute = (key: string) => {
    const value = resourceAttributes[key];
    return value ? String(value) : undefined;
  };
  return {
    group: attribute('group') ?? '',
    resource: attribute('resource') ?? '',
    subresource: attribute('subresource'),
    verb: attribute('verb') ?? '',
    name: attribute('name'),
    namespace: attribute('namespace'),
  };
}
