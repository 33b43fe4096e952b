import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole apps are rendered, also on machines with little to spare.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
