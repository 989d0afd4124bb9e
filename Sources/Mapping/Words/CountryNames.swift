/// The countries and what they are called.
///
/// Source: ISO 3166-1 alpha-2 with the Swedish and English names of Unicode CLDR, the alpha-3 codes and older names that
/// customer registers hold, XK, which trade uses for Kosovo, and XI, by which VAT numbers mean Northern Ireland. Code first,
/// then names; last what European countries call themselves, and what Norway and Denmark call some, as addresses and lists from there
/// have it.
enum CountryNames {
  static let table = """
    AD|Andorra
    AE|Förenade Arabemiraten|United Arab Emirates|UAE
    AF|Afghanistan
    AG|Antigua och Barbuda|Antigua & Barbuda|Antigua and Barbuda
    AI|Anguilla
    AL|Albanien|Albania
    AM|Armenien|Armenia
    AO|Angola
    AQ|Antarktis|Antarctica
    AR|Argentina
    AS|Amerikanska Samoa|American Samoa
    AT|Österrike|Austria|AUT|Oesterreich|Østrig
    AU|Australien|Australia|AUS
    AW|Aruba
    AX|Åland|Åland Islands|Ålandsöarna
    AZ|Azerbajdzjan|Azerbaijan
    BA|Bosnien och Hercegovina|Bosnia & Herzegovina|Bosnia and Herzegovina|Bosnien|Bosnia
    BB|Barbados
    BD|Bangladesh
    BE|Belgien|Belgium|BEL|Belgique|België|Belgia
    BF|Burkina Faso
    BG|Bulgarien|Bulgaria|BGR
    BH|Bahrain
    BI|Burundi
    BJ|Benin
    BL|S:t Barthélemy|St Barthélemy
    BM|Bermuda
    BN|Brunei
    BO|Bolivia
    BQ|Karibiska Nederländerna|Caribbean Netherlands
    BR|Brasilien|Brazil|BRA
    BS|Bahamas
    BT|Bhutan
    BV|Bouvetön|Bouvet Island
    BW|Botswana
    BY|Belarus|Vitryssland
    BZ|Belize
    CA|Kanada|Canada|CAN
    CC|Kokosöarna|Cocos Islands
    CD|Kongo-Kinshasa|Congo - Kinshasa|Demokratiska republiken Kongo
    CF|Centralafrikanska republiken|Central African Republic
    CG|Kongo-Brazzaville|Congo - Brazzaville|Republiken Kongo
    CH|Schweiz|Switzerland|CHE|Suisse|Svizzera|Sveits
    CI|Côte d’Ivoire|Elfenbenskusten|Ivory Coast
    CK|Cooköarna|Cook Islands
    CL|Chile
    CM|Kamerun|Cameroon
    CN|Kina|China|CHN
    CO|Colombia
    CR|Costa Rica
    CU|Kuba|Cuba
    CV|Kap Verde|Cape Verde|Cabo Verde
    CW|Curaçao
    CX|Julön|Christmas Island
    CY|Cypern|Cyprus|CYP
    CZ|Tjeckien|Czechia|Tjeckiska republiken|Czech Republic|CZE|Česko
    DE|Tyskland|Germany|DEU|Deutschland|Bundesrepublik Deutschland
    DJ|Djibouti
    DK|Danmark|Denmark|DNK
    DM|Dominica
    DO|Dominikanska republiken|Dominican Republic
    DZ|Algeriet|Algeria
    EC|Ecuador
    EE|Estland|Estonia|EST|Eesti
    EG|Egypten|Egypt
    EH|Västsahara|Western Sahara
    ER|Eritrea
    ES|Spanien|Spain|ESP|España|Spania
    ET|Etiopien|Ethiopia
    FI|Finland|FIN|Suomi
    FJ|Fiji
    FK|Falklandsöarna|Falkland Islands
    FM|Mikronesien|Micronesia
    FO|Färöarna|Faroe Islands
    FR|Frankrike|France|FRA
    GA|Gabon
    GB|Storbritannien|United Kingdom|UK|England|Great Britain|Skottland|Scotland|Wales|Nordirland|Northern Ireland|GBR|XI|Storbritannia
    GD|Grenada
    GE|Georgien|Georgia
    GF|Franska Guyana|French Guiana
    GG|Guernsey
    GH|Ghana
    GI|Gibraltar
    GL|Grönland|Greenland
    GM|Gambia
    GN|Guinea
    GP|Guadeloupe
    GQ|Ekvatorialguinea|Equatorial Guinea
    GR|Grekland|Greece|EL|GRC|Ελλάδα|Hellas
    GS|Sydgeorgien och Sydsandwichöarna|South Georgia and the South Sandwich Islands|Sydgeorgien|South Georgia
    GT|Guatemala
    GU|Guam
    GW|Guinea-Bissau
    GY|Guyana
    HK|Hongkong|Hong Kong
    HM|Heardön och McDonaldöarna|Heard & McDonald Islands|Heard and McDonald Islands
    HN|Honduras
    HR|Kroatien|Croatia|HRV|Hrvatska
    HT|Haiti
    HU|Ungern|Hungary|HUN|Magyarország
    ID|Indonesien|Indonesia
    IE|Irland|Ireland|IRL|Republic of Ireland
    IL|Israel
    IM|Isle of Man
    IN|Indien|India|IND
    IO|Chagosöarna|Chagos Archipelago
    IQ|Irak|Iraq
    IR|Iran
    IS|Island|Iceland|ISL|Ísland
    IT|Italien|Italy|ITA|Italia
    JE|Jersey
    JM|Jamaica
    JO|Jordanien|Jordan
    JP|Japan|JPN
    KE|Kenya
    KG|Kirgizistan|Kyrgyzstan
    KH|Kambodja|Cambodia
    KI|Kiribati
    KM|Komorerna|Comoros
    KN|S:t Kitts och Nevis|St Kitts & Nevis|St Kitts and Nevis
    KP|Nordkorea|North Korea
    KR|Sydkorea|South Korea|KOR
    KW|Kuwait
    KY|Caymanöarna|Cayman Islands
    KZ|Kazakstan|Kazakhstan
    LA|Laos
    LB|Libanon|Lebanon
    LC|S:t Lucia|St Lucia
    LI|Liechtenstein
    LK|Sri Lanka|Ceylon
    LR|Liberia
    LS|Lesotho
    LT|Litauen|Lithuania|LTU|Lietuva
    LU|Luxemburg|Luxembourg|LUX
    LV|Lettland|Latvia|LVA|Latvija
    LY|Libyen|Libya
    MA|Marocko|Morocco
    MC|Monaco
    MD|Moldavien|Moldova
    ME|Montenegro
    MF|Saint-Martin|St Martin
    MG|Madagaskar|Madagascar
    MH|Marshallöarna|Marshall Islands
    MK|Nordmakedonien|North Macedonia|Makedonien
    ML|Mali
    MM|Myanmar|Burma
    MN|Mongoliet|Mongolia
    MO|Macau|Macao
    MP|Nordmarianerna|Northern Mariana Islands
    MQ|Martinique
    MR|Mauretanien|Mauritania
    MS|Montserrat
    MT|Malta|MLT
    MU|Mauritius
    MV|Maldiverna|Maldives
    MW|Malawi
    MX|Mexiko|Mexico
    MY|Malaysia
    MZ|Moçambique|Mozambique
    NA|Namibia
    NC|Nya Kaledonien|New Caledonia
    NE|Niger
    NF|Norfolkön|Norfolk Island
    NG|Nigeria
    NI|Nicaragua
    NL|Nederländerna|Netherlands|Holland|NLD|The Netherlands|Nederland
    NO|Norge|Norway|NOR|Noreg
    NP|Nepal
    NR|Nauru
    NU|Niue
    NZ|Nya Zeeland|New Zealand
    OM|Oman
    PA|Panama
    PE|Peru
    PF|Franska Polynesien|French Polynesia
    PG|Papua Nya Guinea|Papua New Guinea
    PH|Filippinerna|Philippines
    PK|Pakistan
    PL|Polen|Poland|POL|Polska
    PM|S:t Pierre och Miquelon|St Pierre & Miquelon|St Pierre and Miquelon
    PN|Pitcairnöarna|Pitcairn Islands
    PR|Puerto Rico
    PS|Palestinska territorierna|Palestinian Territories
    PT|Portugal|PRT
    PW|Palau
    PY|Paraguay
    QA|Qatar
    RE|Réunion
    RO|Rumänien|Romania|ROU|România
    RS|Serbien|Serbia
    RU|Ryssland|Russia|Ryska federationen|Russian Federation|RUS
    RW|Rwanda
    SA|Saudiarabien|Saudi Arabia
    SB|Salomonöarna|Solomon Islands
    SC|Seychellerna|Seychelles
    SD|Sudan
    SE|Sverige|Sweden|SWE|Konungariket Sverige
    SG|Singapore
    SH|S:t Helena|St Helena
    SI|Slovenien|Slovenia|SVN|Slovenija
    SJ|Svalbard och Jan Mayen|Svalbard & Jan Mayen|Svalbard and Jan Mayen
    SK|Slovakien|Slovakia|SVK|Slovensko
    SL|Sierra Leone
    SM|San Marino
    SN|Senegal
    SO|Somalia
    SR|Surinam|Suriname
    SS|Sydsudan|South Sudan
    ST|São Tomé och Príncipe|São Tomé & Príncipe|São Tomé and Príncipe
    SV|El Salvador
    SX|Sint Maarten
    SY|Syrien|Syria
    SZ|Eswatini|Swaziland
    TC|Turks- och Caicosöarna|Turks & Caicos Islands|Turks and Caicos Islands
    TD|Tchad|Chad
    TF|Franska sydterritorierna|French Southern Territories
    TG|Togo
    TH|Thailand
    TJ|Tadzjikistan|Tajikistan
    TK|Tokelauöarna|Tokelau
    TL|Östtimor|Timor-Leste|East Timor
    TM|Turkmenistan
    TN|Tunisien|Tunisia
    TO|Tonga
    TR|Turkiet|Türkiye|Turkey|TUR
    TT|Trinidad och Tobago|Trinidad & Tobago|Trinidad and Tobago
    TV|Tuvalu
    TW|Taiwan
    TZ|Tanzania
    UA|Ukraina|Ukraine|UKR
    UG|Uganda
    UM|USA:s yttre öar|US Outlying Islands
    US|USA|United States|Förenta staterna|United States of America|Amerikas förenta stater|U.S.A.
    UY|Uruguay
    UZ|Uzbekistan
    VA|Vatikanstaten|Vatican City|Vatikanen
    VC|S:t Vincent och Grenadinerna|St Vincent & the Grenadines|St Vincent and the Grenadines
    VE|Venezuela
    VG|Brittiska Jungfruöarna|British Virgin Islands
    VI|Amerikanska Jungfruöarna|US Virgin Islands
    VN|Vietnam
    VU|Vanuatu
    WF|Wallis- och Futunaöarna|Wallis & Futuna|Wallis and Futuna
    WS|Samoa
    XK|Kosovo
    YE|Jemen|Yemen
    YT|Mayotte
    ZA|Sydafrika|South Africa
    ZM|Zambia
    ZW|Zimbabwe
    """
}
