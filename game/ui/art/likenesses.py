"""Likenesses of persons in words of the face's features (game.ui.art.faces); what one does not say is drawn by lot."""

from __future__ import annotations

from collections.abc import Mapping

ROOM = """
stalin        oval brushed greying thick narrow hook walrus tunic lined tan firm
molotov       round receding dark fine keen straight pince brush suit pale tight
beria         egg fringe dark fine keen beak pince suit pale lips jowls
malenkov      heavy forelock black level narrow button tunic pale tight smooth_skin
voroshilov    round brushed greying thick open straight tooth marshal ruddy peaked firm
kaganovich    square receding black thick sharp broad_nose chevron tunic fresh firm
mikoyan       long wave black bushy deep beak chevron suit tan firm
voznesensky   tapered wave dark level open straight suit pale firm
zhdanov       heavy slick dark fine droop straight trim tunic pale bags
timoshenko    square shaved greying level deep straight marshal fresh firm cleft
zhukov        broad crew dark thick deep broad_nose uniform ruddy frown cleft gold_star
khrushchev    heavy fringe grey fine open button shirt ruddy smile
shcherbakov   heavy slick brown fine keen button specs tunic pale lips jowls
kalinin_m     long swept grey level keen straight specs brush goatee suit lined tight
andreyev_aa   oval slick black thick deep straight trim tunic pale frown
bulganin      oval wave grey level keen straight brush vandyke suit fresh smile
mekhlis       tapered bush black bushy sharp hook security pale tight hollow
merkulov      oval right_parted dark level hooded straight security pale lips
budyonny      broad slick black thick narrow broad_nose handlebar marshal tan firm orders
shvernik      gaunt crew grey fine droop beak brush suit pale tight
kosygin       square crew dark level droop broad_nose suit fresh frown lined hollow
kuznetsov_ng  oval right_parted dark level open straight navy navy_cap fresh firm
"""

ARMY = """
tyulenev        long right_parted black thick keen hook tooth uniform tan firm
gapich          round slick dark level narrow button uniform pale lips
zhigarev        square swept brown level open broad_nose airforce fresh firm air_cap
voronov         heavy slick dark level open beak uniform pale lips
gromadin        broad parted brown thick deep straight uniform fresh firm
vatutin         round crew brown fine keen button uniform ruddy lips
malandin        long parted fair fine droop straight rimless uniform pale firm
vasilevsky      broad parted dark level open straight uniform fresh firm
shaposhnikov    long curtains greying bushy hooded beak marshal pale firm bags lined
meretskov       round shaved fair fine open button uniform ruddy lips jowls
kulik           heavy shaved dark thick narrow broad_nose tooth marshal ruddy frown peaked
golikov         egg shaved fair fine keen button uniform pale smile
pavlov_dg       square shaved dark thick sharp broad_nose uniform tan frown gold_star
klimovskikh     oval right_parted dark level deep straight tooth uniform pale firm
korobkov        gaunt crew brown level keen straight uniform fresh tight
kuznetsov_fi    tapered receding dark level droop straight uniform pale firm
sobennikov      long crew fair fine narrow beak uniform fresh firm
kirponos        long receding black thick keen straight brush uniform pale firm gold_star
popov_mm        oval wave dark thick open straight uniform fresh wry
yeremenko       heavy parted dark thick keen broad_nose uniform ruddy frown
rokossovsky     long wave brown fine open straight uniform pale smile
konev           square fringe fair fine narrow straight uniform ruddy tight lined
shtern          oval swept black thick deep hook uniform pale firm hollow gold_star
rychagov        round swept brown level open button airforce fresh smile gold_star
smushkevich     broad bush black thick open hook airforce tan smile gold_star
proskurov       square swept fair level keen straight airforce fresh firm gold_star
chernyakhovsky  oval wave black thick open straight uniform tan firm
govorov         square slick dark thick deep broad_nose chevron uniform pale frown
malinovsky      heavy swept dark thick hooded straight uniform tan tight
tolbukhin       heavy receding grey fine droop broad_nose uniform pale lips jowls
bagramyan       egg shaved black bushy hooded beak trim uniform tan firm
antonov         oval slick black level deep straight uniform pale firm
chuikov         broad bush dark bushy sharp broad_nose uniform tan frown lined
katukov         gaunt sparse fair level keen beak uniform ruddy wry lined
rybalko         round shaved fair fine keen button uniform ruddy lips
rotmistrov      round slick dark level keen straight specs brush uniform pale firm
novikov         square crew dark level narrow broad_nose airforce fresh firm
vlasov          long receding dark thick droop broad_nose horn uniform pale lips
nedelin         broad slick dark level keen broad_nose uniform ruddy firm
"""

SECURITY = """
artemyev       heavy slick dark level keen broad_nose security ruddy firm blue_cap
vlasik         square parted dark thick narrow broad_nose security ruddy frown jowls
spiridonov_nk  round crew brown level keen straight security fresh firm
mikheev        oval swept fair level sharp straight uniform pale tight
maslennikov    square shaved dark thick deep straight security tan frown
serov          oval receding fair level sharp beak security fresh wry
abakumov       broad slick black thick deep straight security pale lips
sudoplatov     tapered wave black thick sharp straight suit tan firm
telegin        round parted dark level open button security fresh firm
dekanozov      egg sparse dark thick narrow beak suit tan frown
yagoda         tapered slick dark fine droop beak tooth security pale tight hollow
yezhov         tapered parted dark level sharp straight security pale tight
"""

PARTY = """
poskrebyshev  round shaved dark fine hooded button uniform pale tight jowls
vyshinsky     oval parted grey fine sharp straight specs tooth suit pale tight
lozovsky      long receding grey thick keen beak brush fullbeard suit pale lined
chadaev       oval curly dark level open straight suit fresh firm
popov_g       heavy parted dark thick keen button tunic ruddy firm
pronin        square swept dark level open straight suit fresh firm
kuznetsov_aa  gaunt swept dark level deep straight tunic pale firm
ponomarenko   broad wave brown level narrow broad_nose tunic fresh firm
khavinson     tapered curly black thick keen hook specs suit tan firm
polikarpov    long slick fair fine droop straight tunic pale tight
levitan       oval bush black thick keen straight frames suit pale smile
litvinov      heavy swept grey level droop broad_nose rimless suit pale lips jowls
maisky        round sparse dark thick keen broad_nose brush goatee suit pale smile
petrovsky     oval brushed white bushy keen straight specs brush goatee suit fresh lined
molochkov     oval swept dark level open straight suit pale firm
sobolev       square parted dark level keen straight suit pale firm
"""

INDUSTRY = """
saburov       square swept brown level keen straight suit pale firm
pervukhin     broad slick dark thick open broad_nose suit fresh firm
malyshev      tapered swept brown level keen button tunic fresh wry
ustinov       broad wave fair level open straight rimless tunic fresh firm
shakhurin     oval parted dark level open straight tunic pale firm
tevosyan      oval slick black thick deep hook trim suit tan firm
vannikov      round bush black thick hooded beak rimless tunic pale lips bags
peresypkin    round crew dark level open button uniform fresh firm
baibakov      long wave dark level open straight suit fresh smile
zavenyagin    square crew dark thick narrow broad_nose security tan tight
afanasyev     long slick grey thick deep beak suit pale frown
koshkin       gaunt parted fair level deep straight shirt pale firm hollow
"""

SCIENCE = """
vavilov        broad slick dark level open broad_nose brush bow fresh smile
kurchatov      long slick black thick deep straight spade suit pale wry
kapitsa        oval forelock fair thick keen straight open_collar fresh smile
sakharov       egg sparse brown fine droop straight open_collar pale wry
lysenko        gaunt forelock fair level deep straight shirt tan tight hollow
tupolev        heavy swept grey thick keen broad_nose suit fresh wry
korolev        heavy receding black level deep broad_nose open_collar fresh firm
glushko        long slick dark level hooded straight suit pale tight
chelomei       oval wave dark level keen straight suit pale smile
yangel         square swept dark thick deep straight suit fresh firm
tikhonravov    oval receding brown level droop straight specs suit pale firm
keldysh        gaunt slick white bushy deep beak suit tan firm
mishin         broad swept fair level narrow broad_nose suit ruddy firm
kuznetsov_nd   square slick greying thick keen straight suit fresh firm
barmin         oval parted dark level open straight suit pale firm
babakin        heavy slick dark level droop broad_nose suit pale lips
gagarin        round parted brown level open button service fresh smile gold_star
chertok        long sparse dark thick keen hook suit tan wry
leonov         round sparse fair level narrow button service ruddy smile gold_star
komarov        broad slick dark thick deep straight service tan firm gold_star
"""

LATER = """
suslov         gaunt forelock grey fine hooded beak horn suit pale tight
brezhnev       broad slick black bushy narrow broad_nose suit fresh firm
kozlov_fr      heavy wave greying level narrow straight suit ruddy wry
podgorny       square shaved grey thick keen broad_nose suit ruddy frown
shelepin       oval slick dark bushy deep straight suit fresh firm
furtseva       oval chignon fair fine open straight dress fresh smile
andropov       heavy receding grey thick keen beak frames suit pale tight
gromyko        long slick black thick droop broad_nose suit pale frown
chernenko      broad brushed white level narrow button suit ruddy lips
gorbachev      round fringe greying level open straight suit fresh smile
yeltsin        square wave white level narrow broad_nose suit ruddy firm
ryzhkov        oval slick greying level droop straight suit pale firm
yakovlev_an    heavy fringe grey bushy keen broad_nose frames suit fresh frown
shevardnadze   oval bush white level deep straight suit tan firm
ligachev       square brushed white thick keen broad_nose suit ruddy firm
kryuchkov      oval sparse grey fine keen button rimless suit pale tight
yazov          heavy slick greying thick narrow broad_nose service ruddy frown peaked
semichastny    round swept dark thick open straight suit fresh firm
"""

ABROAD = """
churchill        heavy fringe white fine sharp button bow pale frown cigar jowls
roosevelt        square swept grey level keen straight pince suit fresh smile lined holder
chiang_kai_shek  egg shaved dark fine keen straight trim field tan firm
hopkins          gaunt sparse dark level droop beak suit pale wry hollow
cripps           long receding dark level keen straight rimless suit pale tight
steinhardt       oval slick dark level keen hook suit pale firm
marshall         square parted grey level deep straight service pale firm
truman           square slick grey fine keen straight rimless bow fresh firm
acheson          long slick dark bushy sharp straight brush suit pale firm
kennan           egg sparse dark level keen straight suit pale firm
dulles_jf        long receding white thick droop beak specs suit pale frown
eisenhower       round fringe fair fine open straight service ruddy smile
kennedy          square parted brown level open straight suit tan smile
johnson          long slick dark level narrow beak suit tan wry lined
mcnamara         square slick dark level keen straight rimless suit pale firm
nixon            heavy peak dark thick deep beak suit pale frown jowls
kissinger        round curly greying level hooded broad_nose frames suit pale frown
carter           oval parted fair level open straight suit ruddy smile
reagan           square wave dark level narrow straight suit tan smile lined
lemay            heavy slick dark thick narrow broad_nose service pale frown cigar
webb             square slick greying level keen broad_nose suit pale firm
glennan          oval fringe grey level keen straight specs suit pale firm
gilruth          egg fringe white level droop straight suit fresh firm
mueller_g        long slick dark level keen straight horn suit pale firm
schriever        long slick fair level deep straight service pale firm
oppenheimer      gaunt crew black fine open hook suit pale firm
mao              heavy receding black fine narrow broad_nose tunic tan lips
tito             broad swept fair level keen broad_nose marshal tan firm peaked
castro           long curly black thick deep hook fullbeard service tan firm
nasser           square slick greying thick deep beak brush suit tan smile
petain           oval fringe white fine droop straight drooping uniform pale firm kepi
konoe            long slick black level hooded straight tooth suit pale firm
"""

GERMANY = """
hitler       oval forelock dark level deep straight tooth jacket pale tight
halder       round crew fair fine keen straight rimless field pale tight
brauchitsch  oval slick grey level droop straight field pale firm
bock         gaunt slick grey level sharp beak field pale tight german_cap
leeb         egg fringe grey thick keen beak field pale frown
rundstedt    gaunt slick white level droop straight trim field pale tight lined
guderian     square swept greying level keen straight trim field fresh firm neck_order
schulenburg  egg fringe white bushy droop straight brush wing fresh firm
ribbentrop   oval slick fair level keen straight suit pale frown
mannerheim   long slick greying level deep straight trim field fresh firm
antonescu    tapered receding ginger fine sharp straight field fresh tight
goering      heavy slick dark fine narrow straight field ruddy lips jowls
himmler      egg crew dark fine keen straight pince trim field pale tight
goebbels     gaunt slick dark level deep beak jacket tan lips hollow
bormann      heavy slick dark level narrow button jacket fresh firm
speer        oval receding dark thick droop straight suit fresh firm
todt         long receding dark level keen straight field pale firm
keitel       square slick grey level keen straight trim field fresh firm german_cap
jodl         egg sparse fair level deep beak field pale tight
zeitzler     round fringe fair fine keen button field ruddy firm
manstein     long slick grey bushy hooded beak field pale firm neck_order
kluge        square slick grey level narrow straight field pale frown
kleist       long slick greying thick hooded beak field pale frown
hoth         tapered slick white level keen beak field tan wry
hoepner      round fringe greying level keen straight rimless field pale firm
model        broad crew dark level keen straight field pale firm
paulus       gaunt slick dark level droop straight field pale firm
schoerner    square crew fair level narrow straight rimless field fresh tight
von_braun    square wave fair level open straight suit fresh smile
ryti         long slick dark level keen beak suit pale firm
horthy       heavy slick dark thick narrow hook navy tan frown
mussolini    heavy shaved dark thick open straight field tan frown
"""

VICTIMS = """
trotsky        tapered bush greying thick sharp beak pince brush vandyke open_collar pale
tomsky         square receding dark thick deep broad_nose brush shirt fresh
rykov          long bush brown level droop straight brush vandyke suit pale
kamenev        oval brushed greying level keen straight pince brush goatee suit fresh
zinoviev       round mane black level droop straight suit pale lips
yegorov        broad shaved dark level keen straight marshal fresh firm
krestinsky     oval slick dark level keen straight rimless brush goatee suit pale
radek          tapered mane dark thick keen beak horn stubble open_collar pale wry
kirov          broad swept dark level narrow button shirt ruddy smile
ordzhonikidze  broad bush black bushy deep hook walrus tunic tan firm
rudzutak       square parted fair level keen straight rimless tunic pale firm
postyshev      gaunt parted dark level deep straight brush shirt pale firm
chayanov       oval curtains brown level open straight bow pale firm
kuibyshev      broad mane dark level open broad_nose shirt fresh firm
sokolnikov     oval slick black thick deep hook trim suit tan firm
bukharin       egg fringe ginger fine open straight brush goatee shirt fresh smile
kosior         round shaved fair fine keen button tunic fresh firm
blyukher       square shaved dark thick deep straight tooth marshal tan firm orders
ryutin         oval parted dark thick keen straight shirt pale firm
pyatakov       long mane ginger level keen straight specs brush vandyke suit pale
eikhe          gaunt swept dark level deep straight trim tunic pale tight
chubar         round parted brown level open broad_nose tunic fresh firm
kondratiev     oval swept dark level open straight suit pale firm
tukhachevsky   oval parted black fine open straight marshal pale firm
gamarnik       long bush black thick deep straight fullbeard uniform pale
uborevich      tapered crew dark level keen straight rimless tooth uniform pale
yakir          oval wave black thick open straight uniform tan firm
alksnis        square crew fair level keen straight airforce fresh firm
"""

LIKENESSES: Mapping[str, str] = {
    row.split(maxsplit=1)[0]: row.split(maxsplit=1)[1]
    for table in (ROOM, ARMY, SECURITY, PARTY, INDUSTRY, SCIENCE, LATER, ABROAD, GERMANY, VICTIMS)
    for row in table.strip().splitlines()
}
"""Person -> the words of his likeness."""
