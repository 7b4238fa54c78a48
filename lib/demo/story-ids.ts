/** Ids of the demo customers with a story. The README links to them, and tests rely on them. */
export const STORIES = {
  /** The customer of most examples: every kind of contact point, a blocked e-mail, notes, documents, acceptances. */
  mariaClara: '155372b3-6f0a-4c1e-9b7d-2f4e8a91c035',
  /** A search for Maria Clara finds her too, because the names are similar. */
  mariaLaura: '7c2e90d4-18b3-4f56-8a0e-61d9b7f3c248',
  /** Maria Clara again: the same mobile under a shortened name. */
  mariaC: 'b08f41e7-5d2c-4a93-b6e1-0c7a3f958d62',
  /** Three years with 1,200 entries in the history and 50,000 interactions. */
  longHistory: '3e9d7a50-c4f1-4b28-9e63-d18b05a7f4c9',
  /** Every preference cancelled and every contact point blocked. */
  optedOut: 'f41b6c28-0e97-4d3a-a5c2-8b7e19d04f63',
  /** A company and its three branches, which share a CNPJ root. */
  headquarters: '5a07d3e9-b1c8-4e64-8f2d-94c6a0b7e315',
  firstBranch: '29c8f0b6-4d71-4a35-b9e8-17f3d5a2c640',
  secondBranch: 'd6134ea7-82f9-4c0b-a7d5-3eb890f162c4',
  thirdBranch: '8be52f19-a03d-4676-9c41-f5d708e2b3a6',
  /** 12.ABC.345/01DE-35, the Receita Federal's own example. */
  alphanumericCnpj: '94d0e6b3-7f25-4c18-8ba9-2a61f0c5d7e4',
  /** A customer with only a name. */
  empty: 'c7f3a812-6e49-4d05-b38c-5190d4e7a2fb',
  argentinian: '41e8b5d0-93a7-4f2c-a60d-7c3f9e1b8524',
  chilean: 'e25d90c7-1b68-4a3f-9d74-b0f6e8a3514c',
  veryLongName: '60a9f3d8-e47c-4b15-8c2e-d95b071f6ea3',
  /** Registered under one name, addressed by another. */
  nomeSocial: 'ab7d1e46-305f-4982-b7c9-6e84f0d2a13b',
  /** Two mobiles and two e-mails, none of them primary. */
  withoutPrimary: '0f6c82ea-d943-4e7b-a158-49c0e7b36f2d',
  /** Contact points that were edited, removed and restored. */
  movedAround: '72d4b9f1-58ce-4036-9ae7-1d0f83c6e5b4',
  /** The same name in three spellings. */
  wellington: '18e0c5a9-f7b2-4d69-8354-cb0e9a71d6f2',
  welinton: 'db93f6e0-2a8d-4c57-b1f4-70e5d2c9a836',
  uelinton: '5fc1079e-b6d3-4a82-9e0f-38d7a4c6b1e5',
  /** Registered twice and merged last month. The blocked number belongs to the other record. */
  merged: 'c2a7e5f8-31d9-4b60-9c84-f7061be3d59a',
  /** The record that was merged into the one above. */
  absorbed: '6be0d413-97fa-4c82-8d1e-a0359f7c24b6',
  /** Attributes of other systems, and an id in each of them. */
  manyAttributes: 'a3908d7c-4be6-4f10-8d5b-e2c7f61a905d',
  /** Registered twice: the second tax id has one wrong digit. */
  mistypedTaxId: '32833106-536e-45df-80b2-d002cc92d33d',
  mistypedTaxIdAgain: 'f08db22f-d293-456a-b170-fab23d90fbac',
  /** Registered again under the name after the wedding. */
  marriedName: 'f3faa8e8-79ea-4723-8ad5-cfbc1d74bd1c',
  marriedNameAgain: '3ce1268c-9c80-42e3-bfec-3fee8ed2305d',
  /** Registered twice: the day and the month of birth are swapped. */
  swappedBirthDate: 'a93f32a9-a172-4102-8e4e-dc90253d9e30',
  swappedBirthDateAgain: '47aa2dba-d9e2-4c8d-809f-001680289e32',
} as const

export type Story = keyof typeof STORIES
