/** The data of Epoch AI, which are theirs to be credited wherever they are used. */

export const epochModels = {
  citation: 'Epoch AI, Data on AI Models, CC BY 4.0',
  url: 'https://epoch.ai/data/ai-models'
} as const

export const epochHardware = {
  citation: 'Epoch AI, Machine Learning Hardware, CC BY 4.0',
  url: 'https://epoch.ai/data/machine-learning-hardware'
} as const
