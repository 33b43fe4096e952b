import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { Stores } from '../store/Stores';
import { DefaultOnboarding } from './DefaultOnboarding';
import { FleetReader } from './FleetReader';
import { Offboarding } from './Offboarding';
import { offboardingKind } from './offboardingKind';
import { Onboarding } from './Onboarding';
import { OnboardingKind } from './OnboardingKind';
import { OperationRunner } from './OperationRunner';
import { readOnboarding } from './readOnboarding';

/** Puts together what gives tenants their storage and schedules. */
export function createOnboarding(options: {
  config: RootConfigService;
  logger: LoggerService;
  registry: ClusterRegistry;
  stores: Stores;
}): { onboarding: Onboarding; runner: OperationRunner } {
  const { config, logger, registry, stores } = options;
  const runner = new OperationRunner({
    store: stores.operations,
    registry,
    logger,
    kinds: { onboard: new OnboardingKind(stores), offboard: offboardingKind },
  });
  const settings = readOnboarding(config);
  const fleet = new FleetReader({
    registry,
    stores,
    ...settings,
  });
  return {
    onboarding: new DefaultOnboarding({
      fleet,
      offboarding: new Offboarding({ registry, stores, ...settings }),
      stores,
      runner,
    }),
    runner,
  };
}
