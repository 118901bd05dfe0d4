using System.CommandLine;
using System.Globalization;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Cli;

/// <summary>Options that several commands share, so that they mean the same everywhere.</summary>
internal static class Options
{
    public static readonly Option<bool> Json = new("--json") { Description = "Print JSON on standard output." };

    public static readonly Option<bool> English = new("--en") { Description = "Texts in English." };

    public static readonly Option<string?> Pack = new("--pack") { Description = "Another policies folder.", HelpName = "FOLDER" };

    public static readonly Option<DateOnly?> AsOf = new("--as-of")
    {
        Description = "The day to answer for, e.g. 2026-03-01; wins over the family's own.",
        HelpName = "DATE",
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                if (day >= FactDomain.EarliestDay && day <= FactDomain.LatestDay)
                    return day;
                argument.AddError($"--as-of {text}: the year is not between {FactDomain.EarliestDay.Year} and {FactDomain.LatestDay.Year}.");
                return null;
            }

            argument.AddError($"--as-of {text}: this is not a day. Write it as 2026-03-01.");
            return null;
        },
    };

    public static Language Language(ParseResult parse) =>
        parse.GetValue(English) ? Rules.Packs.Language.English : Rules.Packs.Language.Chinese;

    public static DateOnly Today => ChinaTime.Today(TimeProvider.System);
}
