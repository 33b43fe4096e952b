import { meaningOfPhase } from './phase';

describe('meaningOfPhase', () => {
  it.each([
    [undefined, 'waiting', undefined],
    ['', 'waiting', undefined],
    ['New', 'waiting', undefined],
    ['Queued', 'waiting', undefined],
    ['ReadyToStart', 'waiting', undefined],
    ['InProgress', 'running', undefined],
    ['WaitingForPluginOperations', 'running', undefined],
    ['WaitingForPluginOperationsPartiallyFailed', 'running', undefined],
    ['Finalizing', 'running', undefined],
    ['FinalizingPartiallyFailed', 'running', undefined],
    ['Completed', 'finished', 'ok'],
    ['PartiallyFailed', 'finished', 'partial'],
    ['Failed', 'finished', 'failed'],
    ['FailedValidation', 'finished', 'invalid'],
    ['Deleting', 'deleting', undefined],
    ['SomethingOfANewerServer', 'running', undefined],
    ['completed', 'running', undefined],
    ['constructor', 'running', undefined],
  ])('reads %p as %s, %s', (phase, lifecycle, outcome) => {
    expect(meaningOfPhase(phase)).toEqual({
      lifecycle,
      ...(outcome && { outcome }),
    });
  });
});
