import {
  OnboardingFixture,
  tenant,
} from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

const otherS3 = (endpoint: string) =>
  tenant({
    storage: {
      provider: 'other-s3',
      values: { endpoint, region: 'any' },
      credential: { given: {} },
    },
  });

describe('addresses of storage that is to be onboarded', () => {
  let fixture: OnboardingFixture;

  beforeAll(async () => {
    fixture = await OnboardingFixture.start();
    fixture.sandbox.cluster('us').objects.put('services', {
      metadata: { name: 'secret-project', namespace: 'hidden' },
      spec: { clusterIPs: ['10.96.3.7'], externalIPs: ['198.51.100.7'] },
    });
  });

  afterAll(() => fixture.stop());

  const refusalsOf = async (request: object, user?: string) => {
    const { body } = await fixture.post('/tenants/plan', { request }, user);
    return body.refusals as Array<{ code: string; message: string }>;
  };

  it('are refused in one of the clusters, and administrators are told what is there', async () => {
    const request = otherS3('https://198.51.100.7');
    expect(await refusalsOf(request, 'engineer')).toMatchObject([
      {
        code: 'endpoint-in-cluster',
        message: expect.stringContaining('Service hidden/secret-project'),
      },
    ]);
    expect(await refusalsOf(request)).toMatchObject([
      {
        code: 'endpoint-in-cluster',
        message: '198.51.100.7 is an address inside cluster us',
      },
    ]);
  });

  it.each(['10.96.3', '198.51.100'])(
    'tell a stranger who tries those of %s not which of them are in use',
    async network => {
      const answerTo = async (address: string) => {
        const request = otherS3(`https://${address}`);
        const refusals = await refusalsOf(request, 'visitor');
        expect(refusals).not.toEqual([]);
        return JSON.stringify(refusals).replaceAll(address, '…');
      };
      const used = await answerTo(`${network}.7`);
      expect(used).not.toMatch(/hidden|secret-project/);
      expect(used).toBe(await answerTo(`${network}.8`));
    },
  );

  it.each(['x', 'x.y'])(
    'tell a stranger who tries %s.<namespace> not which namespaces there are',
    async name => {
      const answerTo = async (namespace: string) => {
        const request = otherS3(`https://${name}.${namespace}`);
        const refusals = await refusalsOf(request, 'visitor');
        return JSON.stringify(refusals).replaceAll(`${name}.${namespace}`, '…');
      };
      expect(await answerTo('payments')).toBe(await answerTo('nowhere'));
      // Both are top-level domains, and one is a namespace.
      expect(await answerTo('shop')).toBe(await answerTo('blog'));
    },
  );

  it('are looked for in the clusters also when they are for links only', async () => {
    const request = tenant({
      storage: {
        provider: 'aws-s3',
        values: { region: 'eu-central-1' },
        config: { publicUrl: 'https://198.51.100.7' },
        credential: { given: {} },
      },
    });
    expect(await refusalsOf(request)).toMatchObject([
      { code: 'endpoint-in-cluster' },
    ]);
  });

  it('give a warning where the portal may not look whether they are in the cluster', async () => {
    const { faults } = fixture.sandbox.cluster('us');
    faults.set({ forbidden: ['services', 'nodes'] });
    const { body } = await fixture.plan(otherS3('https://198.51.100.8'));
    faults.set({ forbidden: undefined });
    expect(body.refusals).toEqual([]);
    expect(
      body.warnings.filter(
        ({ code }: { code: string }) => code === 'endpoint-unchecked',
      ),
    ).toEqual([
      {
        code: 'endpoint-unchecked',
        field: 'storage.values.endpoint',
        message: expect.stringMatching(
          /198\.51\.100\.8 .* cluster us .* nodes, services .*deploy\/rbac\/onboard/,
        ),
      },
    ]);
  });
});
