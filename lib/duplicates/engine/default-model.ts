import type { Model } from './model'

/**
 * Learnt without labels from 20,000 invented customers of Brazil (`npm run eval:duplicates -- --brazil 20000 --errors import --print-model`).
 * The names of companies, which that file lacks, are set by hand: their words are chosen from few, so sharing one says little.
 */
export const DEFAULT_MODEL: Model = {
  records: 20000,
  matchShare: 2.3e-5,
  householdShare: 4.12e-5,
  fields: [
    // given_name
    {
      match: [0.848, 0.029, 0.0697, 0.0199, 0.00455, 0.0261, 0.0013, 0.0012],
      random: [0.021, 0.001, 0.000168, 0.00201, 0.0056, 0.00925, 1.25e-5, 0.961],
      household: [0.021, 0.001, 0.000168, 0.00201, 0.0056, 0.00925, 1.25e-5, 0.961],
    },
    // family_name
    {
      match: [0.538, 0.297, 0.155, 0.000464, 0.0101],
      random: [0.00654, 0.0588, 0.0157, 7.51e-6, 0.919],
      household: [0.323, 0.498, 0.157, 0.00031, 0.0211],
    },
    // company_name
    {
      match: [0.7, 0.12, 0.15, 0.03],
      random: [2e-5, 0.0008, 0.0002, 0.99898],
      household: [2e-5, 0.0008, 0.0002, 0.99898],
    },
    // birth_date
    {
      match: [0.861, 0.01, 0.0391, 0.09],
      random: [0.00188, 1.02e-5, 0.00113, 0.997],
      household: [0.00188, 1.02e-5, 0.00113, 0.997],
    },
    // document
    {
      match: [0.94, 0.0399, 0.0182, 0.00164],
      random: [4.5e-9, 4.94e-9, 4.63e-9, 1],
      household: [4.5e-9, 4.94e-9, 4.63e-9, 1],
    },
    // phone
    { match: [0.384, 0.00018, 0.616], random: [1.03e-5, 1.26e-8, 1], household: [0.222, 0.000114, 0.778] },
    // email
    {
      match: [0.614, 0.076, 0.000274, 0.31],
      random: [7.07e-9, 7.08e-9, 7.07e-9, 1],
      household: [0.00013, 0.000129, 0.000128, 1],
    },
    // street
    { match: [0.567, 0.162, 0.271], random: [0.00519, 0.229, 0.766], household: [0.856, 0.138, 0.00533] },
    // house_number
    { match: [0.606, 0.0495, 0.344], random: [0.000495, 0.0136, 0.986], household: [0.939, 0.0591, 0.0023] },
    // district
    { match: [0.56, 0.000279, 0.44], random: [0.0359, 6.99e-6, 0.964], household: [0.818, 6.71e-5, 0.182] },
    // city
    { match: [0.72, 0.000279, 0.28], random: [0.164, 6.99e-6, 0.836], household: [1, 6.71e-5, 6.71e-5] },
    // state
    { match: [0.751, 0.249], random: [0.27, 0.73], household: [1, 6.71e-5] },
    // postal_code
    {
      match: [0.56, 0.0261, 0.07, 0.344],
      random: [9.67e-5, 0.000147, 0.0016, 0.998],
      household: [0.878, 0.0358, 0.0846, 0.00161],
    },
    // sex
    { match: [0.981, 0.0185], random: [0.488, 0.512], household: [0.488, 0.512] },
  ],
}
