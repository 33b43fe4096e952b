import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook } from '@testing-library/react';
import { VELERO_CHANGES_CHANNEL } from 'backstage-plugin-velero-common';
import { PropsWithChildren } from 'react';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { useVeleroChanges } from './useVeleroChanges';

function setup(signals?: FakeSignals) {
  const wrapper = ({ children }: PropsWithChildren<{}>) =>
    signals ? (
      <TestApiProvider apis={[[signalApiRef, signals]]}>
        {children}
      </TestApiProvider>
    ) : (
      <>{children}</>
    );
  return renderHook(() => useVeleroChanges(), { wrapper }).result;
}

async function pass(seconds: number) {
  await act(() => jest.advanceTimersByTimeAsync(seconds * 1000));
}

function look(visibilityState: DocumentVisibilityState) {
  jest
    .spyOn(document, 'visibilityState', 'get')
    .mockReturnValue(visibilityState);
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

describe('useVeleroChanges', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('follows signals, at most once in two seconds, and misses none', async () => {
    const signals = new FakeSignals();
    const version = setup(signals);
    const send = () => act(() => signals.send(VELERO_CHANGES_CHANNEL));
    await pass(3);
    const before = version.current;

    send();
    expect(version.current).toBe(before + 1);
    send();
    send();
    expect(version.current).toBe(before + 1);
    await pass(2);
    expect(version.current).toBe(before + 2);
  });

  it('polls every 15 seconds without signals, and seldom beside them', async () => {
    const polling = setup();
    const signalled = setup(new FakeSignals());

    await pass(59);
    expect(polling.current).toBe(3);
    expect(signalled.current).toBe(0);
    await pass(1);
    expect(polling.current).toBe(4);
    expect(signalled.current).toBe(1);
  });

  it('rests while nobody looks, and catches up at once', async () => {
    const signals = new FakeSignals();
    const polling = setup();
    const signalled = setup(signals);
    look('hidden');
    act(() => signals.send(VELERO_CHANGES_CHANNEL));
    await pass(120);
    expect([polling.current, signalled.current]).toEqual([0, 0]);

    look('visible');
    expect([polling.current, signalled.current]).toEqual([1, 1]);
  });
});
