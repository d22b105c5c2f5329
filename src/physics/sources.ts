/** The literature that the models stand on, a row each. */
import type { Source } from '../formula/model'

const source = (citation: string, url?: string): Source =>
  url === undefined ? { citation } : { citation, url }
const doi = (citation: string, id: string): Source => source(citation, `https://doi.org/${id}`)
const arxiv = (citation: string, id: string): Source =>
  source(`${citation}, arXiv:${id}`, `https://arxiv.org/abs/${id}`)

export const landauer1961 = doi('Landauer, IBM J. Res. Dev. 5, 183 (1961)', '10.1147/rd.53.0183')
export const sagawaUeda2009 = doi(
  'Sagawa & Ueda, Phys. Rev. Lett. 102, 250602 (2009)',
  '10.1103/PhysRevLett.102.250602'
)
export const sagawa2014 = doi('Sagawa, J. Stat. Mech. P03025 (2014)', '10.1088/1742-5468/2014/03/P03025')
export const faist2015 = doi(
  'Faist, Dupuis, Oppenheim & Renner, Nat. Commun. 6, 7669 (2015)',
  '10.1038/ncomms8669'
)
export const kolchinskyWolpert2017 = doi(
  'Kolchinsky & Wolpert, J. Stat. Mech. 083202 (2017)',
  '10.1088/1742-5468/aa7ee1'
)
export const shiraishi2018 = doi(
  'Shiraishi, Funo & Saito, Phys. Rev. Lett. 121, 070601 (2018)',
  '10.1103/PhysRevLett.121.070601'
)
export const vanVuSaito2023 = doi(
  'Van Vu & Saito, Phys. Rev. X 13, 011013 (2023)',
  '10.1103/PhysRevX.13.011013'
)
export const zhen2021 = doi(
  'Zhen, Egloff, Modi & Dahlsten, Phys. Rev. Lett. 127, 190602 (2021)',
  '10.1103/PhysRevLett.127.190602'
)
export const mulder2025 = arxiv('Mulder, Ouldridge & ten Wolde (2025)', '2501.04439')
export const lee2022 = doi(
  'cf. Lee, Lee, Kwon & Park, Phys. Rev. Lett. 129, 120603 (2022)',
  '10.1103/PhysRevLett.129.120603'
)
export const esposito2010 = doi(
  'cf. Esposito, Kawai, Lindenberg & Van den Broeck, Europhys. Lett. 89, 20003 (2010)',
  '10.1209/0295-5075/89/20003'
)
export const diana2013 = doi(
  'cf. Diana, Bagci & Esposito, Phys. Rev. E 87, 012111 (2013)',
  '10.1103/PhysRevE.87.012111'
)
export const shannon1949 = doi('Shannon, Proc. IRE 37, 10 (1949)', '10.1109/JRPROC.1949.232969')
export const carnot1824 = source('Carnot, Réflexions sur la puissance motrice du feu (1824)')
export const kollerAthas1992 = source(
  'cf. Koller & Athas, Adiabatic switching, low energy computing, and the physics of storing and erasing information, Workshop on Physics and Computation (1992)'
)
export const riechers2020 = doi(
  'Riechers, Boyd, Wimsatt & Crutchfield, Phys. Rev. Research 2, 033524 (2020)',
  '10.1103/PhysRevResearch.2.033524'
)
export const proesmans2020 = doi(
  'Proesmans, Ehrich & Bechhoefer, Phys. Rev. Lett. 125, 100602 (2020)',
  '10.1103/PhysRevLett.125.100602'
)
export const aurell2012 = doi(
  'Aurell, Gawędzki, Mejía-Monasterio, Mohayaee & Muratore-Ginanneschi, J. Stat. Phys. 147, 487 (2012)',
  '10.1007/s10955-012-0478-x'
)
export const baratoSeifert2015 = doi(
  'Barato & Seifert, Phys. Rev. Lett. 114, 158101 (2015)',
  '10.1103/PhysRevLett.114.158101'
)
export const gingrich2016 = doi(
  'Gingrich, Horowitz, Perunov & England, Phys. Rev. Lett. 116, 120601 (2016)',
  '10.1103/PhysRevLett.116.120601'
)
export const vanBrandtDelvenne2023 = source('cf. Van Brandt & Delvenne (2023)')
export const cauchySchwarz = source('limen: derived from the Cauchy–Schwarz inequality')
export const sivakCrooks2012 = doi(
  'Sivak & Crooks, Phys. Rev. Lett. 108, 190602 (2012)',
  '10.1103/PhysRevLett.108.190602'
)
export const goldtSeifert2017 = doi(
  'Goldt & Seifert, Phys. Rev. Lett. 118, 010601 (2017)',
  '10.1103/PhysRevLett.118.010601'
)
export const arrhenius1889 = source('Arrhenius, Z. Phys. Chem. 4, 226 (1889)')
export const kramers1940 = doi('Kramers, Physica 7, 284 (1940)', '10.1016/S0031-8914(40)90098-2')
export const bennett1982 = doi('Bennett, Int. J. Theor. Phys. 21, 905 (1982)', '10.1007/BF02084158')
export const vittoz1990 = source('Vittoz, Future of analog in the VLSI environment, IEEE ISCAS (1990)')
export const murmannSurvey = source(
  'Murmann, ADC Performance Survey (2025)',
  'https://github.com/bmurmann/ADC-survey'
)
export const murmann2021 = doi('Murmann, IEEE Trans. VLSI Syst. 29, 3 (2021)', '10.1109/TVLSI.2020.3020286')
export const nesterov = source('Nesterov, Introductory Lectures on Convex Optimization (2004)')
export const polyak1964 = source('Polyak, USSR Comput. Math. Math. Phys. 4, 1 (1964)')
export const polyakJuditsky1992 = doi(
  'Polyak & Juditsky, SIAM J. Control Optim. 30, 838 (1992)',
  '10.1137/0330046'
)
export const hajek1988 = doi('Hajek, Math. Oper. Res. 13, 311 (1988)', '10.1287/moor.13.2.311')
export const kaplan2020 = arxiv('Kaplan et al., Scaling Laws for Neural Language Models', '2001.08361')
export const hoffmann2022 = arxiv(
  'Hoffmann et al., Training Compute-Optimal Large Language Models',
  '2203.15556'
)
export const epochModels = source('Epoch AI, Data on AI Models, CC BY 4.0', 'https://epoch.ai/data')
export const tkachenko2025 = arxiv('Tkachenko', '2503.09980')
export const polya1949 = source(
  'Pólya, Remarks on computing the probability integral in one and two dimensions, Proc. Berkeley Symp. Math. Stat. Prob. (1949)'
)
export const alibart2012 = doi(
  'cf. Alibart, Gao, Hoskins & Strukov, Nanotechnology 23, 075201 (2012)',
  '10.1088/0957-4484/23/7/075201'
)
export const davidsonFurber2021 = doi(
  'cf. Davidson & Furber, Front. Neurosci. 15, 651141 (2021)',
  '10.3389/fnins.2021.651141'
)
/** Derived by this project, on the page and under the heading that it names. */
export const derivedHere = (name: string): Source =>
  source(`limen: derived in docs/physics.md#${name.toLowerCase()}`)
