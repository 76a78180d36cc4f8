/** The vocabulary of 'City budgets that people can read'. */
export const topicNames = {
  citizen: 'Citizens’ budgets',
  maps: 'Budget maps',
  aloud: 'Reading budgets aloud',
  data: 'Open spending data',
  pb: 'Participatory budgeting',
  gender: 'Gender budgeting',
  plain: 'Plain language',
  revenue: 'Local revenue',
  procure: 'Open procurement',
  audit: 'Following up audits',
  radio: 'Radio and local press',
  youth: 'Youth assemblies',
  climate: 'Climate in the budget',
  debt: 'Explaining debt',
} as const

export type TopicKey = keyof typeof topicNames
