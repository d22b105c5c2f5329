import js from '@eslint/js'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['test/samples', 'dist', 'docs/api', 'node_modules'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: ['tsconfig.json', 'src/explorer/page/tsconfig.json'] } },
    rules: {
      // Lengths and keys are known where an index is asserted; a check would hide the formula.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Numbers are what this library prints.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A phantom dimension is a type parameter used once, on purpose.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Taking a field out of a record names what is left out.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^fp-ts/(?!lib/.*\\.js$)', message: 'native Node resolves only fp-ts/lib/….js' }
          ]
        }
      ]
    }
  },
  {
    // A text of any length is read in a time that grows with it, and no faster.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false }]
    }
  },
  {
    // The build marks what modules make as pure (scripts/pure.ts): they do nothing else as they load.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/{launch,main}.ts', 'src/**/*-thread.ts', 'src/explorer/page/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'Program > :matches(ExpressionStatement, IfStatement, ForStatement, ForOfStatement, ForInStatement, TryStatement)',
          message: 'a module makes its values and does nothing else as it loads: bundlers may leave it out'
        },
        {
          selector:
            'Program > VariableDeclaration[kind="let"], Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]',
          message: 'what a module remembers stands in a closure (units/remembered)'
        }
      ]
    }
  },
  {
    // Tests look into what users cannot, and say what they expect more than once.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off'
    }
  },
  {
    files: ['test/**', 'bench/**', 'scripts/**', '*.config.*', '.dependency-cruiser.cjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        module: 'readonly',
        __dirname: 'readonly',
        performance: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        URL: 'readonly'
      }
    }
  }
)
