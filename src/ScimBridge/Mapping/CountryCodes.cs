using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Mapping;

/// <summary>ISO 3166-1 alpha-2 codes of countries by their English names.</summary>
internal static class CountryCodes
{
    // The standard's codes, and XK, which it leaves to its users and everybody uses for Kosovo.
    private const string Codes =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
        "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
        "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
        "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT " +
        "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
        "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
        "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

    private static readonly FrozenDictionary<string, string> ByKey = Build();

    /// <summary>The code of the country that <paramref name="country"/> names, or is the code of; null when it is none known.</summary>
    public static string? Find(string? country) =>
        CleanText.Of(country) is { } name
            ? ByKey.GetValueOrDefault(ComparisonKey.Of(name)) ?? ByKey.GetValueOrDefault(KeyOf(name))
            : null;

    private static FrozenDictionary<string, string> Build()
    {
        var byKey = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in Codes.Split(' '))
        {
            // Looked up before KeyOf gets to read ST, São Tomé, as Saint.
            byKey[code] = code;
            if (EnglishName(code) is { } name)
            {
                byKey.TryAdd(KeyOf(name), code);
            }
        }

        // After the names of this machine's ICU, so that where these differ from one version to the next the table decides.
        foreach (var (code, names) in CountryNames.ByCode)
        {
            foreach (var name in names)
            {
                byKey[KeyOf(name)] = code;
            }
        }

        return byKey.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string? EnglishName(string code)
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            // Not every version of ICU knows every region; CountryNames has the ones that were missed.
            return null;
        }
    }

    // Letters alone decide: "Côte d’Ivoire" is "COTE D'IVOIRE", "St. Kitts & Nevis" is "Saint Kitts and Nevis", and
    // "The Gambia" is "Gambia".
    private static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        var word = new StringBuilder();
        foreach (var character in ComparisonKey.Of(name).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character))
            {
                word.Append(character);
            }
            else if (character is not ('.' or '\'' or '\u2019') && char.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
            {
                EndWord();
            }
        }

        EndWord();
        return key.ToString();

        void EndWord()
        {
            key.Append(word.ToString() switch
            {
                "THE" or "AND" => "",
                "ST" => "SAINT",
                var text => text,
            });
            word.Clear();
        }
    }
}
