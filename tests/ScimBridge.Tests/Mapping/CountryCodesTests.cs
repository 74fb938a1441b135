using System.Globalization;
using ScimBridge.Mapping;
using Xunit;

namespace ScimBridge.Tests.Mapping;

public sealed class CountryCodesTests
{
    // English short names of ISO 3166-1, written without the standard's inversions.
    private const string Standard =
        """
        AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua and Barbuda|AI Anguilla|AL Albania|AM Armenia|AO Angola
        AQ Antarctica|AR Argentina|AS American Samoa|AT Austria|AU Australia|AW Aruba|AX Åland Islands|AZ Azerbaijan
        BA Bosnia and Herzegovina|BB Barbados|BD Bangladesh|BE Belgium|BF Burkina Faso|BG Bulgaria|BH Bahrain|BI Burundi
        BJ Benin|BL Saint Barthélemy|BM Bermuda|BN Brunei Darussalam|BO Bolivia (Plurinational State of)
        BQ Bonaire, Sint Eustatius and Saba|BR Brazil|BS The Bahamas|BT Bhutan|BV Bouvet Island|BW Botswana|BY Belarus|BZ Belize
        CA Canada|CC Cocos (Keeling) Islands|CD Democratic Republic of the Congo|CF Central African Republic|CG Congo
        CH Switzerland|CI Côte d'Ivoire|CK Cook Islands|CL Chile|CM Cameroon|CN China|CO Colombia|CR Costa Rica|CU Cuba
        CV Cabo Verde|CW Curaçao|CX Christmas Island|CY Cyprus|CZ Czechia|DE Germany|DJ Djibouti|DK Denmark|DM Dominica
        DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|EH Western Sahara|ER Eritrea|ES Spain|ET Ethiopia
        FI Finland|FJ Fiji|FK Falkland Islands (Malvinas)|FM Micronesia (Federated States of)|FO Faroe Islands|FR France|GA Gabon
        GB United Kingdom of Great Britain and Northern Ireland|GD Grenada|GE Georgia|GF French Guiana|GG Guernsey|GH Ghana
        GI Gibraltar|GL Greenland|GM The Gambia|GN Guinea|GP Guadeloupe|GQ Equatorial Guinea|GR Greece
        GS South Georgia and the South Sandwich Islands|GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana|HK Hong Kong
        HM Heard Island and McDonald Islands|HN Honduras|HR Croatia|HT Haiti|HU Hungary|ID Indonesia|IE Ireland|IL Israel
        IM Isle of Man|IN India|IO British Indian Ocean Territory|IQ Iraq|IR Iran (Islamic Republic of)|IS Iceland|IT Italy
        JE Jersey|JM Jamaica|JO Jordan|JP Japan|KE Kenya|KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros
        KN Saint Kitts and Nevis|KP Democratic People's Republic of Korea|KR Republic of Korea|KW Kuwait|KY Cayman Islands
        KZ Kazakhstan|LA Lao People's Democratic Republic|LB Lebanon|LC Saint Lucia|LI Liechtenstein|LK Sri Lanka|LR Liberia
        LS Lesotho|LT Lithuania|LU Luxembourg|LV Latvia|LY Libya|MA Morocco|MC Monaco|MD Republic of Moldova|ME Montenegro
        MF Saint Martin (French part)|MG Madagascar|MH Marshall Islands|MK North Macedonia|ML Mali|MM Myanmar|MN Mongolia
        MO Macao|MP Northern Mariana Islands|MQ Martinique|MR Mauritania|MS Montserrat|MT Malta|MU Mauritius|MV Maldives
        MW Malawi|MX Mexico|MY Malaysia|MZ Mozambique|NA Namibia|NC New Caledonia|NE Niger|NF Norfolk Island|NG Nigeria
        NI Nicaragua|NL Netherlands|NO Norway|NP Nepal|NR Nauru|NU Niue|NZ New Zealand|OM Oman|PA Panama|PE Peru
        PF French Polynesia|PG Papua New Guinea|PH Philippines|PK Pakistan|PL Poland|PM Saint Pierre and Miquelon|PN Pitcairn
        PR Puerto Rico|PS State of Palestine|PT Portugal|PW Palau|PY Paraguay|QA Qatar|RE Réunion|RO Romania|RS Serbia
        RU Russian Federation|RW Rwanda|SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|SG Singapore
        SH Saint Helena, Ascension and Tristan da Cunha|SI Slovenia|SJ Svalbard and Jan Mayen|SK Slovakia|SL Sierra Leone
        SM San Marino|SN Senegal|SO Somalia|SR Suriname|SS South Sudan|ST Sao Tome and Principe|SV El Salvador
        SX Sint Maarten (Dutch part)|SY Syrian Arab Republic|SZ Eswatini|TC Turks and Caicos Islands|TD Chad
        TF French Southern Territories|TG Togo|TH Thailand|TJ Tajikistan|TK Tokelau|TL Timor-Leste|TM Turkmenistan|TN Tunisia
        TO Tonga|TR Türkiye|TT Trinidad and Tobago|TV Tuvalu|TW Taiwan (Province of China)|TZ United Republic of Tanzania
        UA Ukraine|UG Uganda|UM United States Minor Outlying Islands|US United States of America|UY Uruguay|UZ Uzbekistan
        VA Holy See|VC Saint Vincent and the Grenadines|VE Venezuela (Bolivarian Republic of)|VG Virgin Islands (British)
        VI Virgin Islands (U.S.)|VN Viet Nam|VU Vanuatu|WF Wallis and Futuna|WS Samoa|YE Yemen|YT Mayotte|ZA South Africa
        ZM Zambia|ZW Zimbabwe
        """;

    private static readonly (string Code, string Name)[] Countries =
        [.. Standard.Split(['|', '\n'], StringSplitOptions.TrimEntries).Select(entry => (entry[..2], entry[3..]))];

    [Fact]
    [Shows("7643-4.1.2-country")]
    public void Every_country_of_the_standard_is_found_by_its_name_and_by_its_code()
    {
        Assert.Equal(249, Countries.DistinctBy(country => country.Code).Count());
        Assert.All(Countries, country =>
        {
            Assert.Equal(country.Code, CountryCodes.Find(country.Name));
            Assert.Equal(country.Code, CountryCodes.Find(country.Code));
        });
    }

    [Theory]
    [InlineData("United States", "US")]
    [InlineData("USA", "US")]
    [InlineData("u.s.a.", "US")]
    [InlineData("UK", "GB")]
    [InlineData("United Kingdom", "GB")]
    [InlineData("Great Britain", "GB")]
    [InlineData("South Korea", "KR")]
    [InlineData("Korea, Republic of", "KR")]
    [InlineData("Korea, Democratic People's Republic of", "KP")]
    [InlineData("Russia", "RU")]
    [InlineData("Czech Republic", "CZ")]
    [InlineData("Ivory Coast", "CI")]
    [InlineData("COTE D’IVOIRE", "CI")]
    [InlineData("Vietnam", "VN")]
    [InlineData("Iran, Islamic Republic of", "IR")]
    [InlineData("Macedonia", "MK")]
    [InlineData("Swaziland", "SZ")]
    [InlineData("Burma", "MM")]
    [InlineData("Turkey", "TR")]
    [InlineData("Hong Kong SAR", "HK")]
    [InlineData("Macau", "MO")]
    [InlineData("Taiwan", "TW")]
    [InlineData("Palestinian Territory, Occupied", "PS")]
    [InlineData("Cape Verde", "CV")]
    [InlineData("Congo, The Democratic Republic of the", "CD")]
    [InlineData("Republic of the Congo", "CG")]
    [InlineData("Bolivia", "BO")]
    [InlineData("Venezuela", "VE")]
    [InlineData("Tanzania", "TZ")]
    [InlineData("Moldova", "MD")]
    [InlineData("Syria", "SY")]
    [InlineData("Laos", "LA")]
    [InlineData("Brunei", "BN")]
    [InlineData("Micronesia", "FM")]
    [InlineData("Vatican City", "VA")]
    [InlineData("East Timor", "TL")]
    [InlineData("Kosovo", "XK")]
    [InlineData("The Netherlands", "NL")]
    [InlineData("St. Kitts & Nevis", "KN")]
    [InlineData(" norway ", "NO")]
    [InlineData("no", "NO")]
    [InlineData("st", "ST")]
    [InlineData("Ａland Islands", "AX")]
    public void Other_ways_to_write_a_country_are_found(string country, string code) => Assert.Equal(code, CountryCodes.Find(country));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Atlantis")]
    [InlineData("Korea")]
    [InlineData("EU")]
    [InlineData("ZZ")]
    [InlineData("Saint")]
    [InlineData("--")]
    [InlineData("The")]
    public void What_is_no_country_has_no_code(string? country) => Assert.Null(CountryCodes.Find(country));

    [Fact]
    public void The_culture_does_not_matter()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            // Turkish has an upper case of i of its own.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal("IE", CountryCodes.Find("ireland"));
            Assert.Equal("LI", CountryCodes.Find("li"));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
