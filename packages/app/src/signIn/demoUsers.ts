export interface DemoUser {
  /** As in `user:default/<name>`. */
  name: string;
  title: string;
  description: string;
}

/** The users that the backend lets in during development; see its auth provider `demo`. */
export const demoUsers: DemoUser[] = [
  {
    name: 'payments-owner',
    title: 'Payments owner',
    description: 'Looks after the payments services in two regions.',
  },
  {
    name: 'shop-owner',
    title: 'Shop owner',
    description: 'Looks after the shop, and nothing else.',
  },
  {
    name: 'platform-engineer',
    title: 'Platform engineer',
    description: 'Runs the clusters, the storage and the schedules.',
  },
  {
    name: 'visitor',
    title: 'Visitor',
    description: 'Belongs to no group, and so owns nothing.',
  },
];
