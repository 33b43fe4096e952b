import { fireEvent, render, screen } from '@testing-library/react';
import { app } from './App';

const configuration = {
  context: 'test',
  data: {
    app: { title: 'Test', baseUrl: 'http://localhost' },
    backend: { baseUrl: 'http://backend.test' },
  },
};

function answer(status: number, body: unknown) {
  return jest.spyOn(global, 'fetch').mockResolvedValue(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}

describe('app', () => {
  const environment = process.env;

  beforeEach(() => {
    process.env = {
      ...environment,
      NODE_ENV: 'test',
      APP_CONFIG: [configuration] as unknown as string,
    };
    window.localStorage.clear();
  });

  afterEach(() => {
    process.env = environment;
    jest.restoreAllMocks();
  });

  it('lets the reader choose a demo user, and says why the backend refuses', async () => {
    const fetch = answer(403, {
      error: {
        name: 'NotAllowedError',
        message: 'Demo users exist in development only',
      },
      response: { statusCode: 403 },
    });
    render(app.createRoot());

    expect(
      await screen.findByRole('heading', { name: 'Choose who you are' }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('button')).toHaveLength(4);

    fireEvent.click(screen.getByRole('button', { name: /payments-owner/ }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Demo users exist in development only',
    );
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe('http://backend.test/api/auth/demo/refresh');
    expect(new Headers(init?.headers).get('x-demo-user')).toBe(
      'payments-owner',
    );

    fireEvent.click(screen.getByRole('button', { name: 'Choose again' }));
    expect(
      await screen.findByRole('button', { name: /visitor/ }),
    ).toBeInTheDocument();
  });
});
