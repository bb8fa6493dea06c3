import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['node_modules/', 'data/', 'test/fixtures/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      // typed arrays and parsed tables are indexed within bounds that the code has just computed
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'max-lines': ['error', { max: 200, skipBlankLines: false, skipComments: false }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read settings in src/config.ts only.' },
      ],
    },
  },
  {
    files: ['src/config.ts', 'test/**', '*.ts', '*.mjs'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-exports': 'off' },
  },
  { files: ['test/**'], rules: { 'max-lines': 'off' } },
)
