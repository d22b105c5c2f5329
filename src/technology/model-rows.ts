/**
 * AI models whose parameters and training operations are known: Epoch AI, Data on AI Models, CC BY 4.0.
 *
 * A line each, oldest first: name, organization, year, parameters, operations of the training (flop), size of
 * the data set, epochs, time of the training (h), hardware, how much of it, numerical format, confidence
 * (Confident, Likely, Speculative), model it was made from, energy (J: power × time, where that is credible).
 */
export const modelRows = `
Theseus|Bell Laboratories|1950|40|40|40||||||C
Perceptron Mark I|Cornell Aeronautical Laboratory, Cornell University|1957|1e3|694894.9377|100||||||L
Samuel Neural Checkers|IBM|1959|16|4.284e8|||||||L
Perceptron (1960)|Cornell Aeronautical Laboratory|1960|1e3|7.2e8|100||||||S
ADALINE|Stanford University|1960|17|6600|100||||||C
LTE speaker verification system|IBM|1966|2061|105917060|417|131|||||L
Cognitron|Biological Cybernetics|1975|21600|5184000|5|20|||||C
Neocognitron|NHK Broadcasting Science Research Laboratories|1980|1140576|273738240|5||||||C
ASE+ACE|University of Massachusetts Amherst|1983|324|3.24e8|5e5||2.8||||L
Distributed representation NN|Carnegie Mellon University (CMU)|1986|432|3.888e8|100|1500|||||C
MLP with back-propagation|University of California San Diego, Carnegie Mellon University (CMU)|1986|720|6.7392e8|104||||||C
NetTalk (transcription)|Princeton University|1987|18629|28328002560|5120|55|||||C
NetTalk (dictionary)|Princeton University|1987|18629|27664065000|5e3|55|||||C
Translation-invariant MLP|Carnegie Mellon University (CMU)|1987|816|18032947200|160|23020|||||C
MLN-ASR|McGill University|1988|1e4|296425000|12600||0.1||||C
Speaker-independent vowel classification|University of Washington|1989|3040|7485696000|4104|100|||||C
Handwritten digit recognition network|AT&T|1989|2578|1.8144e11|9840|30|72||||C
Zip CNN|AT&T, Bell Laboratories|1989|9760|1496338054000|7291||||||C
NETtalk reimplementation|Oregon State University|1990|27480|35811936000|7242|30|||||C
Bankruptcy-NN||1990|36|3059337600|74|191400|24||||C
SexNet compression||1990|72940|7.87752e10|81000|2e3|||||C
Weight Decay||1991|8386|7.5474e10|25000|300|||||C
TD-Gammon|IBM|1992|25000|18232157620000|6.3e6||||||S
Cancer drug mechanism prediction|National Cancer Institute|1992|594|5.346e7|141||||||L
Siamese-TDNN|Bell Laboratories|1993|744|12869570140000|7701|69|||||L
ANN Eye Tracker||1993|5620|1.75344e10|4e3|260|0.6||||C
Ceramic-MLP|Sapienza Università di Roma|1994|1888|4.5312e9|80|5e3|||||L
Predictive Coding NN|Technical University of Munich|1994|206910|1.86219e13|6e5|25|||||C
NeuroChess||1994|72251|858730812700|9.6e6||||||S
Mixture of linear models||1994|384000|4.536e11|1792000||12||||L
JPMAX||1994|4446|80828280|1500||||||S
LISSOM|University of Texas at Austin|1995|432800|1.955448e11|2e3|38|||||L
MUSIC perceptron||1996|13607|8.817336e11|81000|400|||||C
System 11|Carnegie Mellon University (CMU)|1996|6452|25859616000|23750||||||C
SOM-CNN||1997|32015|3.14316e10|129000|100|||||C
LSTM|Technical University of Munich|1997|10504|3.1512e13|853000||||||C
LeNet-5|AT&T|1998|6e4|2.8109376e12|6e4||||||C
RECONTRA-uncategorized||1999|112000|3.864e12|57500|100|||||L
RECONTRA-categorized||1999|66780|8.0136e12|4e4|500|||||L
PoE MNIST|University College London (UCL)|2000|3925310|5.181e13|54000|500|||||C
Neural LM|University of Montreal / Université de Montréal|2000|6906980|6.339e15|3.2e7|10|||||C
Decision tree (classification)|Mitsubishi Electric Research Labs, Compaq CRL|2001|12000|6.3e13|753616||||||L
NPLM (Brown)|University of Montreal / Université de Montréal|2003|4124233|1.3207626e14|13994528||||||C
NPLM (AP News)|University of Montreal / Université de Montréal|2003|11904264|1.6668692e15|13994528||||||C
Invariant CNN|New York University (NYU)|2004|90575|9.7423e11|24300|10|||||C
LMICA||2004|4096000|2.78208e15|1e5||||||C
RankNet|Microsoft Research, Microsoft|2005|5711|3482081588000|3464289|22|5.85||||C
SVM-CNN|New York University (NYU)|2006|90857|7.452e14|583200||||1||C
SB-LM|Google|2007|3e11|1.4494464e18|1.8e12||24||1500||L
KN-LM|Google|2007|2.1e10|7.7303808e17|3.1e10||48||400||L
GNN|University of Siena|2008|30|1.6146e9|207|5e3|||1||C
GPU DBNs|Stanford University|2009|1e8|1e15|1.21344e11|||||FP32|C
Two Stage Feature Extraction (MNIST)|New York University (NYU)|2009|258800|2.0754e13|5e4|33|||||C
LCNP NORB||2009|16818176|2.452090061e15|24300|1e3|||||C
LCNP MNIST||2009|11616256|4.18185216e15|5e4|1e3|||||C
LCNP LabelMe|University of Bonn|2009|13729792|3.29515008e15|4e4|1e3|||||C
Feedforward NN|University of Montreal / Université de Montréal|2010|7082000|3.5e14|9e4||||||C
Pooling CNN (NORB)|University of Bonn|2010|268664|1.456277227e15|24300|1e3|||||C
Pooling CNN (Caltech 101)|University of Bonn|2010|294912|1.221124129e15|3060|300|||||C
RNN LM|Johns Hopkins University|2010|70265000|5.396e16|6.4e6|1|504||||S
Deep Autoencoders|University of Toronto|2011|139808256|3.672864e16|4.9152e9|85|48|NVIDIA GeForce GTX 285|1||C
High Performance CNN (NORB)|IDSIA, SUPSI|2011|4878300|2.57985e16|5e4|7|4|NVIDIA GeForce GTX 480, NVIDIA GeForce GTX 580|4||L
CNN Committee (NIST)|IDSIA|2011|128420|2.6e16|3380475|30|42|NVIDIA GeForce GTX 580, NVIDIA GeForce GTX 480|4||L
CNN Committee (MNIST)|IDSIA|2011|120620|5.2e16|4.2e5|800|98|NVIDIA GeForce GTX 580, NVIDIA GeForce GTX 480|4||L
CNN committee (traffic sign)|IDSIA|2011|1388800|9.919814256e14|53280|50||NVIDIA GeForce GTX 580, NVIDIA GeForce GTX 480|4||L
Dropout (MNIST)|University of Toronto|2012|5594010|6.0393708e15|6e4|||NVIDIA GeForce GTX 580|||C
Unsupervised High-level Feature Learner|Google|2012|1e9|6e17|1.2e12||72||||L
LSTM LM|RWTH Aachen University|2012|1.0272e8|1.66e16|2.7e7||||||S
AlexNet|University of Toronto|2012|6e7|4.7e17|2.4576e9||132|NVIDIA GeForce GTX 580||FP32|C
DNN EM segmentation|IDSIA, SUPSI|2012|218896|4.78e17|3e6|30|17|NVIDIA GeForce GTX 580|4||C||1.295e8
DistBelief Speech|Google|2012|47185920|3.114e17|1.1e9||120||||S
ReLU-Speech|Google, University of Toronto, New York University (NYU)|2013|101706240|1.2773376e17|||168||||L
Hierarchical Scene Labeling (Stanford Background)|New York University (NYU)|2013|51609600|2.3774688e17|71380800||||1||C
Word2Vec (large)|Google|2013|6.92e8|3.888e16|3.3e11||24||||L
TransE|Universite de Technologie de Compiègne – CNRS, Google|2013|9.42e8|1.340928e18|1.75e7||||||S
DQN|DeepMind|2013|836096|2.84688384e15|1.6e8||||||C
Image generation|University of Amsterdam|2013|784000|4.752e14|4.704e7||||||C
ACF-WIDER|Chinese Academy of Sciences|2014|6144|7.638e13|144448||||1||C
VGG19|University of Oxford|2014|1.44e8|1.1e19|1.3e6|||||FP32|L
VGG16|University of Oxford|2014|1.38e8|1.2291e19|1.3e6|74|504|NVIDIA GeForce GTX Titan Black|4|FP32|C||3.879e9
Seq2Seq LSTM|Google|2014|1.92e9|5.6e19|8.7e8|7.5|240||||C
SPN-4+KN5|Singapore University of Technology & Design, DSO National Laboratories|2014|5e6|4.4e16|929000||40|NVIDIA Tesla C2075|1||L||4.177e7
GoogLeNet / InceptionV1|Google, University of Michigan, University of North Carolina|2014|6797700|1.51e18|5.71392e11|827|||||C
TA-CNN|Chinese University of Hong Kong (CUHK)|2014|706048|1.0854e16|45000||3||1||L
SNM-skip|Google|2014|6.2e10|2.976e20|8e8||||||S
Fractional Max-Pooling|University of Warwick|2014|2.7e7|1e17|901200|250|18|NVIDIA GeForce GTX 780|||L
ADAM (CIFAR-10)|University of Amsterdam, OpenAI, University of Toronto|2014|2.37e6|6.249798e14|5e4||||||C
MSRA (C, PReLU)|Microsoft Research|2015|87048800|2.397403008e19|1.28e6||588|NVIDIA Tesla K40t||FP32|C
genCNN + dyn eval|Chinese Academy of Sciences, Huawei Noah's Ark Lab, Dublin City University|2015|8e6|3.4153451e16|929000||48|NVIDIA Tesla K40s|||S
TC-DNN-BLSTM-DNN|Carnegie Mellon University (CMU)|2015|18413568|1.9410192e17|2.916e7|17|51|NVIDIA Tesla K20m|1||C||4.829e7
U-Net|University of Freiburg|2015|37676160|5.0832252e16|7864320||10||1||C
DCNN|University of Maryland, Rutgers University|2015|5006000|4.8098691e17|490356|26|216|NVIDIA Tesla K40c|1||C||2.221e8
AlphaGo Fan|DeepMind|2015|8209984|3.8e20|1.26976e10||||||L
SAF R-CNN|Beijing Institute of Technology, Sun Yat-sen University, Panasonic R&D, National University of Singapore|2015|1.38e8|1.231108125e19|3.5e5|7||NVIDIA GeForce GTX TITAN X|1||L|VGG16
Inception v3|Google, University College London (UCL)|2015|23626728|1e20|1.2e6||||||L
ResNet-152 (ImageNet)|Microsoft|2015|6.02e7|1.041408e19|1.28e6|120||||FP32|C
ResNet-101 (ImageNet)|Microsoft|2015|4.45e7|7.004e18|1.28e6|120|||||C
Variational (untied weights, MC) LSTM (Large)|University of Cambridge|2015|6.6e7|5.886144e15|929000|16||||FP32|C
Pointer Sentinel-LSTM (medium)|MetaMind Inc, Salesforce|2016|2.1e7|7.49e15|929000|64|||||C
GNMT|Google|2016|2.78e8|6.62e21|7.2e8|1||NVIDIA Tesla K80||FP32|L
Xception|Google|2016|22855952|4.36e20|3.5e8||720|NVIDIA Tesla K80|60||C||9.805e10
SPIDER2|Griffith University, University of Iowa, Dezhou University|2016|409536|1.822e16|13893600|120|||||L
VD-LSTM+REAL Large|Salesforce Research, Stanford University|2016|5.1e7|2.13e16|929000|75|||||C
NASv3 (CIFAR-10)|Google Brain|2016|3.74e7|2.2e21|45000||||800||L
NAS with base 8 and shared embeddings|Google Brain|2016|5.4e7|1.05e16|929000|35|||||C
BIDAF|University of Washington, Allen Institute for AI|2016|2.6e6|3.4686144e18|879000|8|60|NVIDIA GeForce GTX TITAN X|8||C||9.073e8
ResNeXt-101 (64×4d)|University of California San Diego, Facebook|2016|8.3e7|1.2e19|1.28e6|||||FP32|C
PolyNet|Chinese University of Hong Kong (CUHK)|2016|9.2e7|6.4e19|1.28e6|||NVIDIA GeForce GTX TITAN X|32|FP32|L
HR-ResNet101|Carnegie Mellon University (CMU)|2016|4.45e7|7.077e18|8243968|170|||||C|ResNet-101 (ImageNet)
EnhanceNet|Max Planck Institute for Intelligent Systems|2016|814464|1.3079232e17|9.8304e9||24|NVIDIA Tesla K40c|1||C||2.44e7
DeepStack|University of Alberta, Charles University, Czech Technical University|2017|2.5e6|1.446336e19|2.538e10||218||20|FP32|S
MoE-Multi|Jagiellonian University, Google Brain|2017|8.7e9|9.393905664e19|8.7e10|10|288|NVIDIA Tesla K40t|64|FP32|C||3.408e10
Transformer|Google Research, Google Brain|2017|2.13e8|7.4245248e18|8.32e8|3|84|NVIDIA P100|8|FP32|C||1.264e9
JFT|Google Research, Carnegie Mellon University (CMU)|2017|44654504|8.43e20|5.4873e12|4|1440|NVIDIA Tesla K80|50|FP32|C||1.624e11
RetinaNet-R101|Facebook AI Research|2017|5.3e7|2.065392e18|115000||35|NVIDIA M40|8|FP32|C||5.26e8
AWD-LSTM - 3-layer LSTM (tied) + continuous cache pointer (WT2)|Salesforce Research|2017|3.3e7|2.97e17|2e6|750|||||C
EI-REHN-1000D|Korea Advanced Institute of Science and Technology (KAIST)|2017|1.9e7|1.06e16|929000|100||||FP32|C
GL-LWGC-AWD-MoS-LSTM + dynamic evaluation (WT2)|Ben-Gurion University of the Negev|2017|3.8e7|4.56e17|2e6|1e3|||||C
PyramidNet|Korea Advanced Institute of Science and Technology (KAIST)|2017|2.6e7|2.34e15|1.28e6|300||||FP32|L
ISS|Duke University, Microsoft|2017|1.11e7|3.4e15|929000|55||||FP32|C
AWD-LSTM+WT+Cache+IOG (WT2)|NTT Communication Science Laboratories|2017|5.3e7|3.18e15|2e6|5|||||C
AlphaGo Zero|DeepMind|2017|46400244|6.494399103e20|6.3488e9||480|Google TPU v1|||C
Fraternal dropout + AWD-LSTM 3-layer (WT2)|Jagiellonian University, Mila - Quebec AI (originally Montreal Institute for Learning Algorithms), University of Montreal / Université de Montréal|2017|3.4e7|3.06e17|2e6|750|||||L
AWD-LSTM-MoS + dynamic evaluation (WT2, 2017)|Carnegie Mellon University (CMU)|2017|3.5e7|3.36e18|2e6|8e3|||||L
QRNN|Salesforce Research|2018|1.35e8|6.8866472e17|1.03e8|14|12|NVIDIA V100||FP32|L
ELMo|University of Washington, Allen Institute for AI|2018|9.4e7|3.3001e15|2e9||||||S
IMPALA|DeepMind|2018|1.6e6|1.68e20|1.14e10||100|NVIDIA P100|1||C||1.028e8
4 layer QRNN (h=2500)|Salesforce Research|2018|1.51e8|5.9158815e17|1.03e8|14|12|NVIDIA Quadro GP100|1|FP32|L||1.158e7
YOLOv3|University of Washington|2018|56933216|1.341638082e19|5.43e6|||NVIDIA M40, NVIDIA GeForce GTX TITAN X|||L
ResNeXt-101 32x48d|Facebook|2018|8.29e8|8.74395e21|9.4e8||496|NVIDIA V100|336||C||3.735e11
Dropout-LSTM+Noise(Bernoulli) (WT2)|Columbia University, New York University (NYU), Princeton University|2018|5.1e7|1.27e17|2e6|200||||FP32|L
aLSTM(depth-2)+RecurrentPolicy (WT2)|University of Manchester, Alan Turing Institute|2018|3.2e7|7.296e16|2e6|190|||||C
GPT-1|OpenAI|2018|1.17e8|1.7578125e19|1333333333||720|NVIDIA Quadro P600|8||L||1.72e9
FTW (For The Win)|DeepMind|2018|126001330|3.49e19|2e9||||||S
Big-Little Net (speech)|IBM|2018|3.32e6|4.290048e17|7.2e8|16|||||S
Big-Little Net|IBM|2018|7.736e7|2.46048e17|1.28e6|110||NVIDIA Tesla K80|||L
(ensemble): AWD-LSTM-DOC (fin) × 5 (WT2)|NTT Communication Science Laboratories, Tohoku University|2018|1.85e8|6.66e17|2e6|300|||||C
Transformer + Simple Recurrent Unit|ASAPP, Cornell University, Google, Princeton University|2018|9e7|1.1e19|1.125e8|40||NVIDIA V100|8||C
LSTM+NeuralCache|KU Leuven, ESAT - PSI, Apple|2018|2.1e6|9.828e14|2e6|39||||FP32|L
Transformer (Adaptive Input Embeddings) WT103|Facebook AI Research|2018|2.47e8|4.47e19|1e8|180|67|NVIDIA V100|8|FP16|C||1.197e9
BERT-Large|Google|2018|3.4e8|2.85e20|2.6499e9|40|96|Google TPU v2|64||C||1.28e10
TrellisNet|Carnegie Mellon University (CMU), Bosch Center for Artificial Intelligence, Intel Labs|2018|1.8e8|2.78e18|1.03e8|25|||||C
Mesh-TensorFlow Transformer 4.9B (language)|Google Brain|2018|4.9e9|1.617408e20|5e9|10|13|Google TPU v2|256||C||6.932e9
Mesh-TensorFlow Transformer 2.9B (translation)|Google Brain|2018|2.9e9|6.84288e19|1.55e9|10|22|Google TPU v2|64||L||2.933e9
Fine-tuned-AWD-LSTM-DOC (fin)|Samsung R&D Institute Russia|2018|4.6e7|5.188e16|1044112|15|||||C|AWD-LSTM-DOC (fin) (23M)
Multi-cell LSTM|University of Hyderabad|2018|7.2e6|2.00664e15|929000|50|||||L
StyleGAN|NVIDIA|2018|2.62e7|3.93e16|5e7||168|NVIDIA V100|8||C
Transformer-XL (257M)|Carnegie Mellon University (CMU), Google Brain|2019|2.57e8|3.7832771e20|1.03e8|1908||Google TPU v3|32|FP32|S
Hanabi 4 player|DeepMind, University of Oxford, Carnegie Mellon University (CMU), Google Brain|2019|764000|4.3e18|2e10|||NVIDIA V100|||C
GPT-2 (1.5B)|OpenAI|2019|1.5e9|1.92e21|10666666670|20||Google TPU v3|||S
KataGo|Jane Street|2019|2.5e6|2.32e19|2.41e8||456|NVIDIA Tesla V100 DGXS 16 GB||FP16|S
SciBERT|Allen Institute for AI|2019|1.1e8|8.926848e19|3.17e9||168|Google TPU v3|4||C||2.242e9
WeNet (Penn Treebank)|Amazon|2019|2.3e7|7.30000001e17|929000|6e3|24|NVIDIA V100|1|FP16|L||2.933e7
BERT-Large-CAS (PTB+WT2+WT103)|Amazon|2019|3.95e8|1.5405e20|1.3e9|50||||FP32|L
MuseNet|OpenAI|2019|2038431744|2.208301056e20|||||||L
AWD-LSTM-DRILL + dynamic evaluation† (WT2)|IDIAP|2019|3.4e7|4.08e17|2e6|1e3|29|||FP32|L
DLRM-2020|Facebook AI|2019|1e11|4e18|38571428|||||FP32|C
XLNet|Carnegie Mellon University (CMU), Google Brain|2019|3.4e8|6.19e21|3.289e10|63.76260261||Google TPU v3||FP32|C
Transformer-XL Large + Phrase Induction|Massachusetts Institute of Technology (MIT), University of Illinois Urbana-Champaign (UIUC)|2019|2.57e8|3.7848651e20|1.03e8|1|||||S|Transformer-XL (257M)
AWD-LSTM + MoS + Partial Shuffled|University of Texas at Austin|2019|3.5e7|3.15e17|2e6|750|||||C
RoBERTa Large|Facebook, University of Washington|2019|3.55e8|8.5067e21|42666666670|48|120|NVIDIA Tesla V100 DGXS 32 GB|1024|FP16|C||2.273e11
UDSMProt|Fraunhofer Heinrich Hertz Institute|2019|28303800|6.37e17|1.497e8|30|||||L
Megatron-LM (8.3B)|NVIDIA|2019|8.3e9|9.1e21|4.64e10|4.4|327|NVIDIA Tesla V100 DGXS 32 GB|512|FP16|L||3.092e11
Megatron-LM (1.2B)|NVIDIA|2019|1.2e9|1.13e22|1.57e11|||NVIDIA Tesla V100 SXM3 32 GB|1||C
Megatron-BERT|NVIDIA|2019|3.9e9|2.2e22|6.96e9||374|NVIDIA Tesla V100S PCIe 32 GB|512|FP16|C||3.536e11
DistilBERT|Hugging Face|2019|6.6e7|1.24416e19|4.95e8|||NVIDIA Tesla V100 DGXS 16 GB|||C
AlphaX-1|Facebook AI Research, Brown University|2019|5.4e6|8.89344e17|6.128e7|||NVIDIA GeForce GTX 1080 Ti|||C
T5-11B|Google|2019|1.1e10|3.3e22|3.4e10||481.9|Google TPU v3|512||C||8.195e11
T5-3B|Google|2019|2.8e9|9e21|5.1e9|||Google TPU v3|||C
AlphaStar|DeepMind|2019|1.39e8|1.07734e23|||1056|Google TPU v3|384||C||1.347e12
Base LM + kNN LM + Continuous Cache|Stanford University, Facebook AI Research|2019|2.47e8|3.05292e19|1.03e8|200|||||L
XLM-RoBERTa|Facebook AI|2019|5.5e8|2.076e22|1.67e11|||NVIDIA Tesla V100 DGXS 32 GB|500||C
Sandwich Transformer|Allen Institute for AI, Facebook AI Research|2019|2.09e8|2.3504093e19|7e8|27|||||S
CamemBERT|Facebook, INRIA, Sorbonne University|2019|3.35e8|8.3e20|28615771780|13|24|NVIDIA V100|||C
Noisy Student (L2)|Carnegie Mellon University (CMU), Google|2019|4.8e8|2.612e22|8.1e7||144|Google TPU v3|1024|FP32|C||4.895e11
MuZero|DeepMind|2019|36864000|4.8e19|1.2288e10||||||S
Transformer-XL DeFINE (141M)|University of Washington, Allen Institute for AI|2019|1.41e8|1.74276e18|1.03e8|20||||FP32|S
MMLSTM (WT-2)|Beijing University of Posts and Telecommunications, University of West London|2019|3.23e7|1.938e17|2e6|500|||||L
MMLSTM (PTB)|Beijing University of Posts and Telecommunications, University of West London|2019|2.13e7|5.8298782e16|929000|500|||||L
OpenAI Five Rerun|OpenAI|2019|1.59e8|1.3e22|53084160000|||NVIDIA P100|512||C
OpenAI Five|OpenAI|2019|1.59e8|6.7e22|454164480000||7104|NVIDIA P100|1536||C||2.011e13
AlphaFold|DeepMind|2020|16340840|1e20|6622252080||120||||S
Meena|Google Brain|2020|2.6e9|1.12e23|53333333330|164|720|Google TPU v3|1024||C||2.444e12
TaLK Convolution|Carleton University|2020|2.4e8|2.6990346e19|1.03e8|182||NVIDIA GeForce RTX 2080 Ti 11GB|8|FP16|L
ALBERT-xxlarge|Toyota Technological Institute at Chicago, Google|2020|2.35e8|2.39e21|3.3e9|79.4|32|Google TPU v3|512||S||5.429e10
Turing-NLG|Microsoft|2020|1.7e10|1.57e22|4.64e10|3.39||NVIDIA Tesla V100 DGXS 32 GB|256||L
FFN SwiGLU|Google|2020|2.2e8|3.3687317e19|50600083460||21.85|Google TPU v2|16||C||7.207e8
Feedback Transformer|LORIA, University of Lorraine, Facebook AI Research|2020|1.26e8|7.690547e18|1.03e8|267.23|84||||S
TransformerXL + spectrum control|University of California Los Angeles (UCLA), JD.com|2020|1.51e8|2.6289761e19|1.03e8|250|219|NVIDIA V100|4||S||1.934e9
Tensor-Transformer(1core)+PN (WT103)|University of California (UC) Berkeley|2020|8.53e7|1.58e18|1.03e8|30||||FP32|C
ELECTRA|Stanford University, Google, Google Brain|2020|3.35e8|3.1e21|3.3e10|13.9||||FP32|L
MetNet|Google|2020|2.25e8|9.510912e18|7.04512e9|||Google TPU v3|256||S
Once for All|MIT-IBM Watson AI Lab, Massachusetts Institute of Technology (MIT), IBM|2020|7.7e6|6.237e20|1.28e6|180||NVIDIA V100||FP32|C
UnifiedQA|Allen Institute for AI, University of Washington|2020|1.1e10|1.65e19||1.88|36|Google TPU v3|8||C|T5-11B
DETR|Facebook|2020|6e7|4e20|826000|500||NVIDIA V100|||C
GPT-3 175B (davinci)|OpenAI|2020|1.746e11|3.14e23|2.38e11|0.6|355.2|NVIDIA Tesla V100 DGXS 32 GB|1e4||C||6.522e12
GShard (dense)|Google|2020|2.3e9|4.765e22|346666666700||1008|Google TPU v3|1024|FP32|C||3.409e12
DeLighT|University of Washington, Allen Institute for AI, Facebook AI Research|2020|9.9e7|3.8016e18|1.03e8|62.14|30|NVIDIA V100|8||L||5.281e8
ERNIE-GEN (large)|Baidu|2020|3.4e8|2e20|114666666700|||||FP16|S
ProBERTa|University of Illinois Urbana-Champaign (UIUC), Reed College|2020|4.4e7|9.72e18|5.832e7||18|NVIDIA V100|4|FP16|C||1.583e8
LUKE|University of Washington, National Institute of Informatics|2020|4.83e8|1.8144e22|4666666667|90|720|NVIDIA V100|16|FP16|L|RoBERTa Large
mT5-XXL|Google, Google Research|2020|1.3e10|8.2e22|1e12||||||C
Conformer + Wav2vec 2.0 + Noisy Student|Google, Google Research, Google Brain|2020|1e9|7.6e21|||168|Google TPU v3|256||C||1.417e11
German ELECTRA Large|deepset, Bayerische Staatsbibliothek Muenchen|2020|3.35e8|1.42829568e21|36383733330||168|Google TPU v3|64||C||3.542e10
wave2vec 2.0 LARGE|Facebook|2020|3.17e8|3.87072e21|4598395200|||NVIDIA Tesla V100 DGXS 32 GB|||C
ViT-Huge/14|Google Brain, Google Research|2020|6.32e8|4.262e21|3.03e8|14||Google TPU v3|||C
KEPLER|Tsinghua University, Mila - Quebec AI (originally Montreal Institute for Learning Algorithms), HEC, CIFAR AI Research, Princeton University, University of Montreal / Université de Montréal|2020|1.25e8|1.66e21|3.53364e9|||||FP16|C|RoBERTa Base
AlphaFold 2|DeepMind|2020|9.3e7|2.99e21|5.724e9||264|Google TPU v3||BF16|L
CPM-Large|Tsinghua University, Beijing Academy of Artificial Intelligence / BAAI|2020|2.6e9|2.6052e20|1.67e10||336|NVIDIA V100|64||C||4.719e10
ESM1b|Facebook AI Research, New York University (NYU)|2020|6.524e8|5.1e21|2.77504e10|56||NVIDIA V100|128||C
CT-MoS (WT2)|Google, National Tsing Hua University|2020|4.5e7|5.4e17|2e6|1e3||NVIDIA GeForce GTX 1080 Ti|4||C
ERNIE-Doc (247M)|Baidu|2020|2.47e8|3.0302798e19|1.03e8|190.88|||||C
DALL-E|OpenAI|2021|1.2e10|4.7e22|3.2e11|1.76||NVIDIA Tesla V100 DGXS 16 GB|1024|FP16|L
CLIP (ViT L/14@336px)|OpenAI|2021|3.7e8|1.05e22|4e8||288|NVIDIA V100|256|FP16|C||1.617e11
Switch|Google|2021|1.571e12|8.22e22|8.64e10||648|Google TPU v3|1024|BF16|C||2.182e12
DeiT-B|Meta AI, Sorbonne University|2021|8.6e7|7.884e19|3.84e6|300|53|NVIDIA V100|||C
DLWP|University of Washington, Microsoft Research|2021|2676376|5.6845152e18|||168|NVIDIA Tesla V100 DGXS 32 GB|1||C||1.685e8
MSA Transformer|Facebook AI Research, University of California (UC) Berkeley, New York University (NYU)|2021|1e8|5.49e21|1.395e12|||NVIDIA Tesla V100 DGXS 32 GB|32||L
SRU++ Large|ASAPP|2021|2.34e8|2.1173704e19|1.03e8|254.5||NVIDIA V100||FP16|C
Meta Pseudo Labels|Google Brain, Google AI|2021|4.8e8|4.79e22|1.3128e8||264|Google TPU v3|1024||L||8.88e11
M6-T|Alibaba|2021|1.0027e12|5.5e21|1.118e11|||NVIDIA Tesla V100 DGXS 32 GB|480|FP16|L
Generative BST|Facebook AI Research|2021|9431810048|1.449e22|5.68e10|1.76056338||||FP16|C
PLUG|Alibaba|2021|2.7e10|3.5997696e22|6e10||840|NVIDIA A100|128||C||3.136e11
ProtT5-XL-U50|Technical University of Munich, Med AI Technology, NVIDIA, Oak Ridge National Laboratory, Google, Seoul National University|2021|3e9|1.870449869e22|19582371380||||256|FP32|C
ProtBERT-BFD|Technical University of Munich, NVIDIA, Seoul National University, Google, Oak Ridge National Laboratory, Med AI Technology|2021|4.2e8|3.9e22|5.895e10|||Google TPU v3|1024|FP32|C
ADM|OpenAI|2021|5.59e8|6.2e21|1.301912e14|381||NVIDIA V100||FP16|C
MedBERT|Peng Cheng Laboratory, University of Texas at Houston|2021|1.7e7|9.47e18|14587212800|50.5|168|NVIDIA Tesla V100 DGXS 32 GB|1|FP32|L||1.682e8
Transformer local-attention (NesT-B)|Google Cloud, Google Research|2021|9.01e7|2.40576e19|1.28e6||||||C
CogView|Tsinghua University, Alibaba DAMO Academy|2021|4e9|2.68e22|9.648e11|||NVIDIA Tesla V100 DGXS 16 GB|512|FP16|L
ByT5-XXL|Google, Google Research|2021|1.29e10|8.1e22|1.048576e12|||Google TPU v3|||L
ViT-G/14|Google Brain, Google Research|2021|1.843e9|5.85e22|3e9|54.6||Google TPU v3|2048|BF16|C
EMDR|Mila - Quebec AI (originally Montreal Institute for Learning Algorithms), McGill University, DeepMind|2021|4.4e8|1.91e21|1.716e11|4.05|355|NVIDIA A100||FP16|C
CoAtNet|Google, Google Research, Google Brain|2021|2.44e9|4.27e22|8.8779e13|1.83||Google TPU v3|||C
DeBERTa|Microsoft|2021|1.5e9|2.588e22|2.08e10|49.2|720|NVIDIA V100|256|FP16|C||4.027e11
Denoising Diffusion Probabilistic Models (LSUN Bedroom)|University of California (UC) Berkeley|2021|2.56e8|7.840125e19|596320321500|||Google TPU v3|||C
ALIGN|Google Research|2021|8.2e8|2.59867e22|1.8e9||347.3|Google TPU v3|512||C||5.828e11
StyleGAN3-T|NVIDIA, Aalto University|2021|2.23e6|1.70208e21|5e7||1576|NVIDIA V100|8||C||2.754e10
StyleGAN3-R|NVIDIA, Aalto University|2021|1.58e6|2.42784e21|5e7||2248|NVIDIA V100|8||C||3.929e10
EfficientNetV2-XL|Google, Google Brain|2021|2.08e8|9.56e19||30|45|Google TPU v3|16|FP16|C||2.359e9
Fold2Seq|IBM, Texas A&M|2021|12427904|1.4e17|45995|200||NVIDIA Tesla K80|2||S
Adaptive Input Transformer + RD|Microsoft Research Asia, Soochow University|2021|2.47e8|8.58e19|1.03e8||79.4|NVIDIA V100|8|FP16|L||1.387e9
ERNIE 3.0|Baidu|2021|1e10|2.25e22|3.75e11|||NVIDIA V100|384|FP16|C
Codex|OpenAI|2021|1.2e10|7.344e22|5.2788e10||||||L|GPT-3 13B
HuBERT|Facebook AI Research|2021|1e9|5.54e21|8.64e8|||||FP16|S
GOAT|DeepMind|2021|3472816|2.412e22|7.9872e14|||Google TPU v3|||S
SEER|Facebook AI Research, INRIA|2021|1.3e9|1.8e22|1e9||195.5|NVIDIA V100|512|FP16|C||2.185e11
YOLOX-X|Megvii Inc|2021|9.91e7|6.34275e20|2.5e6|300||NVIDIA V100|8|FP16|L
Zidong Taichu|Chinese Academy of Sciences, Wuhan AI Computing Center|2021|3.2e9|8.016e20|||||||C
Jurassic-1-Jumbo|AI21 Labs|2021|1.78e11|3.7e23|3e11|||NVIDIA A100|||C
DNABERT|Northeastern University|2021|1.1e8|1.07e20|1444128539|4.04|600|NVIDIA GeForce RTX 2080 Ti 11GB||FP16|C
XLMR-XXL|Facebook AI Research|2021|1.07e10|3.366e22|1.67e11|3.139449102|||||C
FLAN 137B|Google Research|2021|1.37e11|2.047e24|2.49e12|1||Google TPU v3|||C|LaMDA
PermuteFormer|Peking University|2021|149697024|2.775e18|1.03e8|30||NVIDIA V100|8||S
HyperCLOVA 204B|NAVER|2021|2.04e11|2e23|5.6e11|||NVIDIA A100|||S
PLATO-XL|Baidu|2021|1.1e10|9.9e21|1.5e11|||NVIDIA V100|256||C
Turing ULRv5|Microsoft|2021|2.2e9|2.8983951e22|||336|NVIDIA A100|256||C||2.5e11
Megatron-Turing NLG 530B|Microsoft, NVIDIA|2021|5.3e11|8.586e23|2.7e11||770|NVIDIA A100 SXM4 80 GB|4480|BF16|C||1.002e13
Yuan 1.0|Inspur|2021|2.4573e11|3.538e23|1.8e11||||2128|FP16|C
base LM+GNN+kNN|Shannon.AI, Nanjing University, Nanyang Technological University, Zhejiang University (ZJU)|2021|2.74e8|5.2587456e19|1.03e8|||||FP16|C|Transformer (Adaptive Input Embeddings) WT103
S4|Stanford University|2021|2.49e8|7.8328627e19|1.03e8|509.02||NVIDIA A100|8|FP16|L
CodeT5-base|Salesforce, Nanyang Technological University|2021|2.2e8|1.56e21||150|288|NVIDIA A100||FP16|L
Masked Autoencoders ViT-H|Facebook AI Research|2021|6.32e8|4.6e20||1600|69||||S|ViT-Huge/14
Swin Transformer V2 (SwinV2-G)|Microsoft Research Asia|2021|3e9|1.1e21||||NVIDIA A100 SXM4 40 GB|||C
BASIC-L|Google|2021|3.07e9|4.12e22|8905031712000|||Google TPU v4||BF16|L
Florence|Microsoft|2021|8.93e8|4.831e22|7.5e9||240|NVIDIA A100 SXM4 40 GB|512|FP16|C||3.567e11
NÜWA|Microsoft Research, Peking University|2021|8.7e8|7.24598784e21|5.54778e9|||NVIDIA A100|||C
Gopher (280B)|DeepMind|2021|2.8e11|6.31e23|3e11|1|920|Google TPU v3|4096|BF16|C||1.23e13
GLaM|Google|2021|1.2e12|3.636311243e23|6e11||1366|Google TPU v4|1024|BF16|C||3.45e12
Contriever|Meta AI, University College London (UCL), PSL University, Université Grenoble Alpes|2021|1.1e8|1.57e20|2.62144e11||||||L|BERT-Large
XGLM-7.5B|Meta AI, Facebook AI Research|2021|7.5e9|2.25e22|5e11|1|504|NVIDIA A100|256||C||3.743e11
ERNIE 3.0 Titan|Baidu, Peng Cheng Laboratory|2021|2.6e11|1.0421e24|6.68e11|||NVIDIA Tesla V100 DGXS 32 GB, Huawei Ascend 910|1920|FP16|C
Detic|Meta AI, University of Texas at Austin|2022|8.8e7|2.34399744e19|||24|NVIDIA V100|32|FP16|S||1.67e9
InstructGPT 175B|OpenAI|2022|1.75e11|3.19181e23|16969897||||||C|GPT-3 175B (davinci)
AlphaCode|DeepMind|2022|4.11e10|2.3801e23|9.67e11||147.2|Google TPU v4|3750|BF16|C||1.36e12
RETRO-7B|DeepMind|2022|7.5e9|1.68e22|4.194304e11||||||C
GPT-NeoX-20B|EleutherAI|2022|2e10|9.31627008e22|341173368000|1.4|2160|NVIDIA A100 SXM4 40 GB|96|FP16|C||6.009e11
ProteinBERT|Hebrew University of Jerusalem, Ben-Gurion University of the Negev, Deep Trading|2022|1.6e7|6.5e19|3.75982e10|6.4|672|NVIDIA Quadro RTX 5000|1||C||6.152e8
LaMDA|Google|2022|1.37e11|3.55e23|2.08e12||1385|Google TPU v3|1024||C||4.623e12
ST-MoE|Google, Google Brain, Google Research|2022|2.69e11|2.9e23|1.5e12|||||BF16|L
PolyCoder|Carnegie Mellon University (CMU)|2022|2.7e9|1.1e21|3.93e10||1e3|NVIDIA Quadro RTX 8000||FP16|L
Statement Curriculum Learning|OpenAI|2022|7.74e8|1.7901648e22|3.72e11|||NVIDIA A100|||L
ViT-G (model soup)|University of Washington, Columbia University, Google, Meta AI, Tel Aviv University|2022|1.843e9|3.4e21|1.75232e9|8|||||C
Segatron-XL large, M=384 + HCP|Microsoft Research, University of Waterloo|2022|2.57e8|2.65e19|1.03e8|167.02|||||C
Make-A-Scene|Meta AI|2022|4e9|6.4172851e21|267386880000||||||L
Chinchilla|DeepMind|2022|7e10|5.76e23|1.4e12|1||Google TPU v4, Google TPU v3||BF16|C
PaLM (540B)|Google Research|2022|5.4035e11|2.5272e24|7.8e11|1|1536|Google TPU v4|6144||C||2.322e13
DALL·E 2|OpenAI|2022|3.5e9|3.3695784e23|1.6705e11||||||S
BERT-RBP|Waseda University|2022|1.1e8|1.4e20||3|||||C|DNABERT
Stable Diffusion (LDM-KL-8-G)|Runway, Ludwig Maximilian University of Munich, Heidelberg University|2022|1.45e9|5e22|||585.9375|NVIDIA A100|256||C|Stable Diffusion 1.2
Sparse all-MLP|Meta AI|2022|9.41e9|5.32224e20|1e11||112|NVIDIA V100|||C
Flamingo|DeepMind|2022|8e10|2.18972e23|458333333300||360|Google TPU v4|1536|BF16|C|Chinchilla
OPT-175B|Meta AI|2022|1.75e11|4.3e23|1.8e11|1.6667|793.5|NVIDIA A100 SXM4 80 GB|1024|FP16|C||2.35e12
UL2|Google Research, Google Brain|2022|2e10|1.2e23|1e12||744|Google TPU v4|512|BF16|C||9.363e11
Gato|DeepMind|2022|1.18e9|4.02e21|5.24288e11||96|Google TPU v3|256||C||7.995e10
Imagen|Google Brain|2022|7.762e9|1.46e22|||96|Google TPU v4|256||L||6.039e10
Tranception|University of Oxford, Harvard Medical School, Cohere|2022|7e8|7.24e21|4.82304e10||336|NVIDIA A100|64||C||6.216e10
GPT-2 Medium (FlashAttention)|Stanford University, University at Buffalo|2022|3.55e8|8.9280922e20|1.013e10||165.6|NVIDIA A100 SXM4 40 GB|8||C||3.83e9
DITTO|Tsinghua University, Apple, Westlake University, Chinese University of Hong Kong (CUHK)|2022|7.5e8|3.31776e18|1.03e8|7.158||NVIDIA V100|8|FP16|C
CoCa|Google Research|2022|2.1e9|7.3e22|1.35168e12|6.875|120|Google TPU v4|2048||C||6.036e11
Parti|Google Research|2022|2e10|5.09607936e23|4.718592e12|||Google TPU v4||BF16|C
ProGen2-xlarge|Salesforce Research, Columbia University, Johns Hopkins University|2022|6.4e9|1.35e22|3.5e11|||Google TPU v3|||C
Minerva (540B)|Google|2022|5.4035e11|2.7415e24|2.6e10||696|Google TPU v4|1024||C|PaLM (540B)
CodeT5-large|Salesforce|2022|7.7e8|2.72e21|1.05e10|150|504|NVIDIA A100||FP16|L
NLLB|Meta AI|2022|5.45e10|1.751113728e22|3e11|||NVIDIA A100 SXM4 80 GB||FP16|C
BLOOM-176B|Hugging Face, BigScience|2022|176247271400|3.65664e23|3.79e11|1|2808|NVIDIA A100 SXM4 80 GB|384|BF16|C||3.114e12
ESM2-15B|Meta AI, New York University (NYU), Stanford University, Massachusetts Institute of Technology (MIT)|2022|1.5e10|7.35e22|1.536e10|72|1440|NVIDIA V100|512||C||1.596e12
OmegaPLM|Massachusetts Institute of Technology (MIT), Westlake University|2022|6.7e8|1.03514112e22|1.2582912e12|||NVIDIA A100 SXM4 80 GB||TF32|C
AlexaTM 20B|Amazon|2022|1.975e10|2.04374016e23|1.319e12||2880|NVIDIA A100|128|BF16|C||1.064e12
GLM-130B|Tsinghua University|2022|1.3e11|3.549005494e23|1.52e11|1|1440|NVIDIA A100 SXM4 40 GB|768|FP16|C||3.192e12
BlenderBot 3|McGill University, Meta AI, Mila - Quebec AI (originally Montreal Institute for Learning Algorithms)|2022|1.75e11|4.3e23|1.3e9|||NVIDIA A100 SXM4 40 GB|128||L|OPT-175B
BEIT-3|Microsoft|2022|1.9e9|7e19|||||||L
PaLI|Google|2022|1.69e10|1.69e23|1.43507e11|1|240|Google TPU v4|1024||L||6.024e11
Whisper|OpenAI|2022|1.55e9|4.2072663e21|1.24032e10|3||||FP16|L
DiffDock|Massachusetts Institute of Technology (MIT)|2022|2.024e7|7.2e19|4352000|850|432|NVIDIA RTX A6000|||L
GenSLM|University of Chicago, NVIDIA, Harvard University, Cerebras Systems, Technical University of Munich, California Institute of Technology|2022|2.5e10|1.42e21|2.2528e11|||||FP16|C
U-PaLM (540B)|Google|2022|5.4e11|2.53e24|1.3e9||120|Google TPU v4|512||C|PaLM (540B)
Flan-PaLM 540B|Google|2022|5.4e11|2.54e24|1.4e9||37|Google TPU v4|512||C|PaLM (540B)
eDiff-I|NVIDIA|2022|9.1e9|5.46e19|1.5562752e12|||NVIDIA A100|||L
Mogrifier RLSTM (WT2)|DeepMind|2022|3.5e7|1.4e17|2666667|250|||||C
InternImage|Shanghai AI Lab, Tsinghua University, Nanjing University, SenseTime, Chinese University of Hong Kong (CUHK)|2022|1.08e9|2.408e21|8.3692e10|30||||FP16|C
EVA-01|Beijing Academy of Artificial Intelligence / BAAI, Huazhong University of Science and Technology, Zhejiang University (ZJU), Beijing Institute of Technology|2022|1.011e9|1.501e22|7.5776e9|150|348|NVIDIA A100 SXM4 40 GB|128|FP16|C||1.283e11
Galactica|Meta AI|2022|1.2e11|3.24e23|1.06e11|4||NVIDIA A100 SXM4 80 GB|128||L
Fusion in Encoder|Samsung|2022|3.3e8|1.3e20|9.6e5||48|NVIDIA A100 SXM4 80 GB|||L
AR-LDM|Alibaba, University of Waterloo, Vector Institute|2022|1.5e9|5.1e20||50|194|NVIDIA A100|||C|Stable Diffusion (LDM-KL-8-G)
Vega v2|Wuhan University, JD Explore Academy, Shanghai AI Lab, Nanyang Technological University, Washington University in St Louis, Chongqing University of Posts and Telecommunications, University of Sydney|2022|6e9|7.76e22|6439999999||720|NVIDIA A100|320||C||6.632e11
CaLM|University of Oxford|2022|8.6e7|2.9e19|2523746560|14|960|NVIDIA Quadro RTX 4000|4||L||4.42e9
Hybrid H3-2.7B|Stanford University, University at Buffalo|2022|2.7e9|6.48e21|4e11|509.02||NVIDIA A100 SXM4 80 GB|8|BF16|L
VALL-E|Microsoft|2023|3.53e8|1.01e19|7.68e10|||NVIDIA V100|||S
DreamerV3|DeepMind, University of Toronto|2023|2e8|2.2032e20|1.6e9||6528|NVIDIA V100|16|BF16|L
Nucleotide Transformer|NVIDIA, Technical University of Munich, InstaDeep|2023|2.5e9|8.08e21|3e11|1|672|NVIDIA A100|128|FP32|L||2.474e11
Ankh_large|Technical University of Munich, Columbia University|2023|1.9e9|6.5e21|1.4e10|68||Google TPU v4|64||C
DDPM-IP (CelebA)|Utrecht University|2023|2.95e8|3.5e20|831488000|681|120|NVIDIA V100||FP16|L
BLIP-2 (Q-Former)|Salesforce Research|2023|1.48e9|1.2e21|2.322e9||200|NVIDIA A100 SXM4 40 GB|16|FP16|C||9.199e9
ViT-22B|Google|2023|2.1743e10|1.93248e23|4e9|2.9|347.4|Google TPU v4|1024|BF16|C||8.691e11
LLaMA-65B|Meta AI|2023|6.52e10|5.5e23|1.4e12|1.09|500|NVIDIA A100|2048||C||2.942e12
DiT-XL/2|New York University (NYU), University of California (UC) Berkeley|2023|6.75e8|6e20||||Google TPU v3|||C|Stable Diffusion (LDM-KL-8-G)
AudioGen|Meta AI, Hebrew University of Jerusalem|2023|1e9|9.5e21|2.304e11||168|NVIDIA A100|||L
GPT-4 (Mar 2023)|OpenAI|2023|1.8e12|2.1e25|5416666667000|2|2280|NVIDIA A100 SXM4 40 GB|25000||L||1.637e14
GPT-4 (Jun 2023)|OpenAI|2023|1.8e12|2.1e25|5416666667000|2|2280|NVIDIA A100 SXM4 40 GB|25000||L|GPT-4 (Mar 2023)
Falcon-40B|Technology Innovation Institute|2023|4e10|2.4e23|1e12||1440|NVIDIA A100|384|BF16|C||1.588e12
PanGu-Σ|Huawei Noah's Ark Lab|2023|1.085e12|4.67e23|3.29e11|1|2400|Huawei Ascend 910|512|FP16|C||2.735e12
SigLIP 400M|Google DeepMind|2023|4e8|4.9467301e21|6.705e12||120|Google TPU v4|32||C||9.372e9
VideoMAE V2|Nanjing University, Shenzhen Institute of Advanced Technology, Shanghai AI Lab|2023|1e9|9.7e21|1.24335e9|1200|336|NVIDIA A100 SXM4 80 GB|64|FP16|C|ViT-G/14
BloombergGPT|Bloomberg, Johns Hopkins University|2023|50558868480|2.36e23|5.69e11|0.8|1270|NVIDIA A100|512|BF16|C||1.867e12
Segment Anything Model|Meta AI|2023|6.36e8|7.8e21|1.1e9|2|68|NVIDIA A100|256|FP32|C|ViT-Huge/14
Incoder-6.7B|Facebook AI Research, University of Washington, University of California (UC) Berkeley, Carnegie Mellon University (CMU), Toyota Technological Institute at Chicago|2023|6.7e9|3.00001e21|5.2e10|1|576|NVIDIA V100|||C
DINOv2|Facebook AI Research, INRIA|2023|1.14e9|7.41851136e21|36380002820|||NVIDIA A100 SXM4 40 GB||FP16|C
LLaVA|University of Wisconsin Madison, Microsoft Research, Columbia University|2023|1.3e10|7.8049e22|||10|NVIDIA A100|8|BF16|C|Vicuna-13B v0
StarCoder|Hugging Face, ServiceNow, Northeastern University, Mila - Quebec AI (originally Montreal Institute for Learning Algorithms), Carnegie Mellon University (CMU), Johns Hopkins University, Leipzig University, ScaDS.AI, Queen Mary University of London, Roblox, Sea AI Lab, Technion - Israel Institute of Technology, Monash University, CSIRO, Data61, McGill University, Saama, University of British Columbia (UBC), Massachusetts Institute of Technology (MIT), Technical University of Munich, IBM, University of Vermont, UnfoldML, SAP, University of Notre Dame, Columbia University, New York University (NYU), University of Allahabad, Discover Dollar, Toloka, Telefonica, Stanford University, Weizmann Institute of Science, Alan Turing Institute, Wellesley College, EleutherAI, Forschungszentrum Julich|2023|1.55e10|8.46e22|2.0375e11|1|625.5|NVIDIA A100 SXM4 80 GB|512|BF16|C||9.186e11
PaLM 2|Google|2023|3.4e11|7.34e24|3.6e12|||Google TPU v4|||L
InstructBLIP|Salesforce Research, Hong Kong University of Science and Technology (HKUST), Nanyang Technological University|2023|1.3e10|1.94e20|||36|NVIDIA A100 SXM4 40 GB|16|FP16|C|Vicuna-13B v0
ONE-PEACE|Alibaba, Huazhong University of Science and Technology|2023|4e9|1.8e20|4.90617e11|4.7||||BF16|S
PaLI-X|Google Research|2023|5.5e10|5.6e23|||||||L|UL2
HyenaDNA|Stanford University, Harvard University, Mila - Quebec AI (originally Montreal Institute for Learning Algorithms), University of Montreal / Université de Montréal|2023|6.6e6|1.811e21|2.945e9|679.1171477|672|NVIDIA A100|8|FP16|C||1.54e10
Pangu-Weather|Huawei|2023|2.56e8|3.98e22|2.44578217e13|100|1536|NVIDIA V100|192||C||6.337e11
xTrimoPGLM -100B|Tsinghua University, BioMap Research|2023|1e11|6.2e23|2.75e11||3912|NVIDIA A100 SXM4 40 GB|768|FP16|C||8.607e12
InternLM|Shanghai AI Lab, SenseTime|2023|1.04e11|9.984e23|1.6e12|||NVIDIA A100 SXM4 80 GB|||C
Llama 2-70B|Meta AI|2023|7e10|8.1e23|2e12|1|1728|NVIDIA A100 SXM4 80 GB|1e3||C||4.949e12
Llama 2-7B|Meta AI|2023|7e9|8.4e22|2e12|1||NVIDIA A100 SXM4 80 GB|||C
AudioLM|Google Research|2023|1.5e9|3.9e18|1.35e11|||Google TPU v4|||S
Jais|Cerebras Systems, Mohamed bin Zayed University of Artificial Intelligence (MBZUAI), Inception G42|2023|1.3e10|4.8946763e22|3.95e11|1|600|Cerebras CS-2|16||C
Swift|Intel Labs|2023|56804|5.337e16|1.2e8||0.833|NVIDIA GeForce RTX 3090|1||L||1146000
Falcon-180B|Technology Innovation Institute|2023|1.8e11|3.76e24|3.5e12|1|4320|NVIDIA A100 SXM4 40 GB|4096|BF16|C||5.062e13
Amazon Titan|Amazon|2023|2e11|4.8e24|4e12||1152|NVIDIA A100|13760||L||4.533e13
FinGPT-13B|University of California Los Angeles (UCLA), Columbia University, New York University (NYU)|2023|1.3e10|1.6e23|76800||17.25|NVIDIA GeForce RTX 3090|1|FP16|L|Llama 2-13B
CODEFUSION (Python)|Microsoft, Microsoft Research|2023|7.5e7|7.92e18|4390400||11|NVIDIA V100|4||C||9.43e7
ChatGLM3-6B|Z.ai (Zhipu AI)|2023|6e9|5.04e22|1.4e12||||||S
Skywork-13B|Kunlun Inc.|2023|1.3e10|2.5e23|3.2e12|1|940|NVIDIA A800 PCIe 40 GB|512|BF16|C||8.595e11
Yi-34B|01.AI|2023|3.4e10|6.1e23|3.1e12|||NVIDIA A100|128|FP16|C
Grok-1|xAI|2023|3.14e11|2.9e24|6.2e12||||||L
LLaVA 1.5|University of Wisconsin Madison, Microsoft Research|2023|1.3e10|7.807e22||1|24|NVIDIA A100|8|BF16|C|Vicuna-13B v0
CogVLM-17B|Tsinghua University, Z.ai (Zhipu AI), Beihang University|2023|1.7e10|6.331e22||||||BF16|C|Vicuna-7B v0
RoFormer|Zhuiyi Technology|2023|1.1e8|2.162688e18|3.2768e9|||NVIDIA V100|4||C
Volcano 13B|Korea University, Korea Advanced Institute of Science and Technology (KAIST), LG|2023|1.3e10|4.56e22||1|30|NVIDIA A100 SXM4 80 GB||FP16|L|LLaVA 1.5
SPHINX (Llama 2 13B)|Shanghai AI Lab, Chinese University of Hong Kong (CUHK), ShanghaiTech University|2023|1.99e10|3.04e22|||290|NVIDIA A100 SXM4 40 GB|32|BF16|L|Llama 2-13B
Nemotron-3-8B|NVIDIA|2023|8e9|1.8e23|3.8e12||456|NVIDIA A100|1024||C||1.334e12
Qwen-72B|Alibaba|2023|7.2e10|1.3e24|3e12|||||BF16|C
Llama Guard|Meta AI|2023|7e9|1.6e23|4096000|1||NVIDIA A100 SXM4 80 GB|||C|Llama 2-7B
Mixtral 8x7B|Mistral AI|2023|4.67e10|7.74e23|||||||S
VILA-13B|NVIDIA, Massachusetts Institute of Technology (MIT)|2023|13350839300|2.3003136e21|3.243e10|||NVIDIA A100 SXM4 80 GB|128|BF16|C|Llama 2-13B,CLIP (ViT L/14@336px)
FunSearch|Google DeepMind|2023|1.5e10|3.87e23|||48||||S|PaLM 2
CogAgent|Tsinghua University, Z.ai (Zhipu AI)|2023|1.8e10|6.707e22||||||BF16|L|CogVLM-17B
nekomata-14b|rinna|2023|1.42e10|2.5562e23|6.6e10||168|Amazon Trainium1|256|BF16|C|Qwen-14B
GQA-8-XXL|Google Research|2023|1.1e10|3.4912896e22||||Google TPU v3|||C|T5-11B
Qwen1.5-72B|Alibaba|2024|7.2e10|1.3e24|3e12||||||C
Stable Diffusion 3|Stability AI|2024|8e9|5e22|||||||C
MegaScale (Production)|ByteDance, Peking University|2024|5.3e11|3.9e24|||504|NVIDIA A100|12288||S||1.765e13
Aramco Metabrain AI|Saudi Aramco|2024|2.5e11|1.05e25|7e12||||||L
MM1-30B|Apple|2024|3e10|4.86e23|||||||L
DBRX|Databricks|2024|1.32e11|2.6e24|1.2e13|1||NVIDIA H100 SXM5 80GB||BF16|C
Reka Core|Reka AI|2024|6.7e10|8.40001e24||||NVIDIA A100, NVIDIA H100 SXM5 80GB||BF16|S
Llama 3-70B|Meta AI|2024|7e10|7.861e24|1.5e13|||NVIDIA H100 SXM5 80GB||BF16|C
VILA1.5-13B|NVIDIA, Massachusetts Institute of Technology (MIT)|2024|13493916740|2.3003136e21|3.243e10|||NVIDIA A100|128|BF16|C|SigLIP 400M,Vicuna-13B-v1.5
Yi-Large|01.AI|2024|1e11|1.8e24|3e12|||||FP8|S
Octo-Base|University of California (UC) Berkeley, Stanford University, Carnegie Mellon University (CMU), DeepMind|2024|9.3e7|5.85e20|||14|Google TPU v4|128|BF16|C||4.333e9
ALLaM adapted 70B|Saudi Data and Artificial Intelligence Authority|2024|7e10|1.062e24|6e11|1||NVIDIA A100||BF16|C|Llama 2-70B
Qwen2-72B|Alibaba|2024|7.271e10|3.02e24|7e12|||||BF16|C
OpenVLA|Stanford University, University of California (UC) Berkeley, Toyota Research Institute, Google DeepMind, Massachusetts Institute of Technology (MIT), Physical Intelligence|2024|7.1881e9|1.1e23||27|336|NVIDIA A100|64|BF16|C|Llama 2-7B
Nemotron-4 340B|NVIDIA|2024|3.4e11|1.8e25|9e12||2200|NVIDIA H100 SXM5 80GB|6144|BF16|C||6.725e13
DeepSeek-Coder-V2 236B|DeepSeek|2024|2.36e11|1.2852e24|3.191e12||||||C|DeepSeek-V2 (MoE-236B)
ESM3 (98B)|EvolutionaryScale, University of California (UC) Berkeley|2024|9.85e10|1.07e24|7.71e11|2.3|||||C
Llama 3.1-405B|Meta AI|2024|4.05e11|3.8e25|1.56e13|1|2142|NVIDIA H100 SXM5 80GB|16384|BF16|C||1.744e14
Mistral Large 2|Mistral AI|2024|1.23e11|2.13e25|||||||L
AFM-on-device|Apple|2024|2.73e9|4.5126e23|7.588e12|1||Google TPU v5p|2048|BF16|C
LLaVA-OV-72B|ByteDance, Nanyang Technological University, Chinese University of Hong Kong (CUHK), Hong Kong University of Science and Technology (HKUST)|2024|7.2e10|3.036551986e24|38314782000|1||||BF16|C|Qwen2-72B
DeepSeek-V2.5|DeepSeek|2024|2.36e11|1.7892e24|||||||C
Qwen2.5-32B|Alibaba|2024|3.25e10|3.51e24|1.8e13|1||||BF16|C
Qwen2.5-72B|Alibaba|2024|7.27e10|7.8e24|1.8e13|1||||BF16|C
Qwen2.5 Instruct (72B)|Alibaba|2024|7.27e10|7.8516e24|||||||C|Qwen2.5-72B
Telechat2-115B|China Telecom|2024|1.15e11|6.9e24|1e13|1||||FP16|C
Llama 3.2 11B|Meta AI|2024|1.06e10|5.79e23||||NVIDIA H100 SXM5 80GB|||C|Llama 3.1-8B
Movie Gen Video|Meta AI|2024|3e10|1.65e24|3.4e9||331|NVIDIA H100 SXM5 80GB|6144||C||1.009e13
RDT-1B|Tsinghua University|2024|1.2e9|4.06e22|||720|NVIDIA H100 PCIe|48|BF16|L||8.574e10
NVLM-X 72B|NVIDIA|2024|7.2e10|3.0398181e24|4.58752e10|1||NVIDIA H100 SXM5 80GB|128|BF16|L|Qwen2-72B,InternViT-6B
NVLM-H 72B|NVIDIA|2024|7.2e10|3.02e24|125829120000|1||NVIDIA H100 SXM5 80GB|128|BF16|L|Qwen2-72B,InternViT-6B
NVLM-D 72B|NVIDIA|2024|7.2e10|3.02e24|57016320000|1||NVIDIA H100 SXM5 80GB|128|BF16|C|Qwen2-72B,InternViT-6B
Doubao-pro|ByteDance|2024|5e11|2.505e25|8.35e12||||||L
Hunyuan-Large|Tencent|2024|3.89e11|3.49237e24|7e12|||||BF16|C
Llama 3.3 70B|Meta AI|2024|7e10|6.8649768e24|1.5e13|||NVIDIA H100 SXM5 80GB|||C
EXAONE 3.5 32B|LG AI Research|2024|3.2e10|1.25e24|6.5e12||||||C
DeepSeek-V3|DeepSeek|2024|6.71e11|3.3e24|1.48e13|||NVIDIA H800 SXM5|2048|FP8|C
Eagle 2|NVIDIA, Nanjing University, Tsinghua University, Hong Kong Polytechnic University, Johns Hopkins University, New York University (NYU)|2025|8.93e9|4.7156e22|||130.5|NVIDIA H100 SXM5 80GB|256||C|Qwen2.5-7B
DeepSeek-R1|DeepSeek|2025|6.71e11|3.5e24|1.48e13|||||FP8|C|DeepSeek-V3
Grok 3|xAI|2025|3e12|3.5e26|||2160|NVIDIA H100 SXM5 80GB|8e4||L||8.55e14
QwQ-32B|Alibaba|2025|3.25e10|3.51e24||||||BF16|S|Qwen2.5-Coder (32B)
Hunyuan-TurboS|Tencent|2025|5.6e11|5.4e24|1.6e13||||||C
EXAONE Deep 32B|LG AI Research|2025|3.2e10|1.26e24|1.2e10||2160|NVIDIA H100 SXM5 80GB|512|BF16|C|EXAONE 3.5 32B
DeepSeek-V3 (Mar 2025)|DeepSeek|2025|6.71e11|3.3e24|1.48e13|||NVIDIA H800 SXM5|2048|FP8|C
Llama 4 Scout|Meta AI|2025|1.09e11|4.08e24|3e13||||||L
Llama 4 Maverick|Meta AI|2025|4e11|2.244e24|3e13||||||L
Llama 4 Behemoth (preview)|Meta AI|2025|2e12|5.184e25|3e13|||NVIDIA H100 SXM5 80GB|32000||L
Pangu Ultra|Huawei|2025|1.35e11|1.0692e25|1.32e13|||Huawei Ascend 910B|8192||C
Qwen3-235B-A22B|Alibaba|2025|2.35e11|4.752e24|3.6e13|1|||||L
DeepSeek-R1 (May 2025)|DeepSeek|2025|6.71e11|4.02001e24|1.48e13|||||FP8|C|DeepSeek-V3
FGN|Google DeepMind|2025|7.2e8|9.61895088e21|||72|Google TPU v5p, Google TPU v6e Trillium|||C
Grok 4|xAI|2025|3e12|5e26|||||2e5||S
Kimi K2|Moonshot|2025|1e12|2.976e24|1.55e13|||NVIDIA H800 SXM5|||C
EXAONE 4.0 (32B)|LG AI Research|2025|3.2e10|2.69e24|1.4e13||3192|NVIDIA H200 SXM|512|FP8|C||8.059e12
Qwen3-Coder-480B-A35B|Alibaba|2025|4.8e11|1.575e24|7.5e12||||||C
Qwen3-235B-A22B-Thinking (Jul 2025)|Alibaba|2025|2.35e11|4.752e24|3.6e13|1|||||L
Qwen3-235B-A22B (Jul 2025)|Alibaba|2025|2.35e11|4.752e24|3.6e13|1|||||L
gpt-oss-120b|OpenAI|2025|1.1683e11|4.94e24||||NVIDIA H100 SXM5 80GB|||C
gpt-oss-20b|OpenAI|2025|2.091e10|5.49e23||||NVIDIA H100 SXM5 80GB|||C
GLM-4.5|Z.ai (Zhipu AI), Tsinghua University|2025|3.55e11|4.42e24|2.31e13||||||C
LongCat-Flash|Meituan Inc|2025|5.6e11|3.726e24|2.3e13||720||||L
Qwen3-Max|Alibaba|2025|1e12|1.512e25|3.6e13||||||S
AgentFounder-30B|Alibaba|2025|3e10|6.5367e23|3.15e11||||||C|Qwen3-30B-A3B
Qwen3-Omni-30B-A3B|Alibaba|2025|3.53e10|3.6e22|2e12||||||C
GLM-4.6|Z.ai (Zhipu AI), Tsinghua University|2025|3.57e11|4.42e24|2.3e13||2880||||L
Ling-1T|Ant Group|2025|1e12|6.000001e24|2e13|||||FP8|C
Kimi K2 Thinking|Moonshot|2025|1e12|4.2e24|||||||L|Kimi K2
Olmo 3|Allen Institute for AI|2025|3.2e10|1.1e24|5.5e12|1|1344|NVIDIA H100 SXM5 80GB|1024||C||6.768e12
Nemotron 3-Nano-30B-A3B|NVIDIA|2025|3.16e10|4.8e23||||NVIDIA H100 SXM5 80GB|||L
GLM-4.7|Z.ai (Zhipu AI)|2025|3.58e11|4.42e24|||||||L|GLM-4.5
K-EXAONE|LG AI Research|2025|2.36e11|1.52e24|1.1e13|1|3240|NVIDIA B200 GPUs|512||C
Kimi K2.5|Moonshot|2026|1.04e12|5.8e24||||NVIDIA H800 SXM5|||L
GLM-5|Z.ai (Zhipu AI)|2026|7.44e11|6.84e24||||Huawei Ascend 910C|||L
`
