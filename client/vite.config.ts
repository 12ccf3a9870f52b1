import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { fontMetricsPlugin } from './fontMetricsPlugin.ts'
import { PHONE, phonePlugin } from './phonePlugin.ts'

/** `npm run dev` only: where the server listens. It sees the Host the browser asked for, so its links lead here. */
const target = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`

// A build is what people get, whatever the shell or a test that builds has set: else every element would carry the path of
// its source and React its checks.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production'

// They do not say so themselves: without this everything that imports one function of them, such as signals, carries
// four copies of lodash's `isEqual` and its like.
const treeshake = {
  moduleSideEffects: [
    { test: /@tldraw\/utils|lodash\.(isequal|throttle|uniq)/, sideEffects: false },
    // Who takes one of our own icons does not carry lucide along, who says something not the board's way to show it.
    { test: /client\/ui\/(icons|lucideIcons|Toast)\.tsx/, sideEffects: false },
  ],
}

/** Builds the client into `client/dist`; the server serves that folder. Nothing is loaded from another origin. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [phonePlugin(), react(), fontMetricsPlugin()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    chunkSizeWarningLimit: 2500,
    // tldraw fetches its translations; one put inline as a data: address would be a fetch that the CSP refuses.
    assetsInlineLimit: (file) => (file.endsWith('.json') ? false : undefined),
  },
  environments: {
    [PHONE]: {
      consumer: 'client',
      build: {
        emptyOutDir: true,
        rolldownOptions: {
          input: `${import.meta.dirname}/phone/main.tsx`,
          // The start of the page calls it.
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: 'assets/phone/[name]-[hash].js', chunkFileNames: 'assets/phone/[name]-[hash].js' },
          treeshake,
        },
      },
    },
    client: {
      build: {
        // The phone's program is there already.
        emptyOutDir: false,
        // Two pages: the product, and the recap, which loads nothing of the rest.
        rolldownOptions: {
          input: ['index.html', 'recap.html'].map((page) => `${import.meta.dirname}/${page}`),
          treeshake,
        },
      },
    },
  },
  builder: {
    // One set of plugins: what the first build finds out the second is told.
    sharedConfigBuild: true,
    sharedPlugins: true,
    buildApp: async (builder) => {
      for (const name of [PHONE, 'client']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
  server: { proxy: { '/api': { target }, '/schema': { target }, '/sync': { target, ws: true } } },
  // Its files are imported by address; bundling them in advance ends the development server.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  resolve: { dedupe: ['react', 'react-dom', 'yjs'] },
})
