import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from './UserError.mjs';
import { explainDamage } from './damagedInstall.mjs';
import { signIn } from './demoUser.mjs';
import { relativeToRoot } from './paths.mjs';
import { findCrash, findStartupFailure } from './startupFailure.mjs';
import { tail } from './tail.mjs';

const POLL_INTERVAL = 250;
const TIME_LIMIT = 180_000;
const REQUEST_TIME_LIMIT = 5_000;
const SHOWN_LINES = 15;

/** Waits until a user could sign in and be shown data; a backend that fails before is an error that names the cause. */
export async function waitUntilReady({ url, backend, logFile }) {
  const giveUpAt = Date.now() + TIME_LIMIT;
  let end;
  backend.exited.then(result => {
    end = result;
  });
  while (!end && Date.now() < giveUpAt) {
    if (await isReady(url)) {
      return;
    }
    await assertStarting(logFile);
    await sleep(POLL_INTERVAL);
  }
  if (end) {
    await assertStarting(logFile, findCrash);
  }
  const problem = end
    ? 'The backend ended while it started'
    : `The backend was not ready after ${TIME_LIMIT / 60_000} minutes`;
  throw new UserError(await withLastLines(problem, logFile));
}

async function assertStarting(logFile, findOther = () => undefined) {
  const log = await readFile(logFile, 'utf8');
  const failure = findStartupFailure(log) ?? findOther(log);
  if (failure) {
    const cause = (await explainDamage(log)) ?? failure;
    throw new UserError(
      `The backend did not start: ${cause} (whole log: ${relativeToRoot(
        logFile,
      )}).`,
    );
  }
}

/** Adds the last lines of a log to the sentence about a problem. */
export async function withLastLines(problem, logFile) {
  const lines = await tail(logFile, SHOWN_LINES);
  const log = relativeToRoot(logFile);
  return `${lines}\n\n${problem}; above is the end of ${log}.`;
}

async function isReady(url) {
  try {
    const page = await get(`${url}/`);
    const health = await get(`${url}/.backstage/health/v1/readiness`);
    if (!page.ok || !health.ok) {
      return false;
    }
    const token = await signIn({ url, user: 'payments-owner' });
    const clusters = await get(`${url}/api/velero/clusters`, {
      authorization: `Bearer ${token}`,
    });
    return clusters.ok;
  } catch {
    // Until the backend listens and knows the demo users, every request may fail in its own way.
    return false;
  }
}

function get(url, headers = {}) {
  const signal = AbortSignal.timeout(REQUEST_TIME_LIMIT);
  return fetch(url, { headers, signal });
}
