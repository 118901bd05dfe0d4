using System.Globalization;
using System.Text;

namespace Cradle.Cli.Allocation;

/// <summary>
/// Writes an invented market: five wishes an applicant, nearer institutions more often; scores by children and by distance bands, a reserve; places for
/// nine in ten.
/// </summary>
internal static class InventedMarket
{
    private const int Wishes = 5;
    private const int Nearby = 40;
    private const double PlacesPerApplicant = 0.9;

    public static void Write(string folder, int applicants, int institutions, int seed)
    {
        var chance = new Random(seed);
        using (var table = new StreamWriter(Path.Combine(folder, "institutions.csv"), append: false, new UTF8Encoding(false)))
        {
            table.Write("institution,capacity,score:children,score:sibling,reserve:special\n");
            var places = (int)(applicants * PlacesPerApplicant / institutions);
            for (var institution = 0; institution < institutions; institution++)
                table.Write(string.Create(CultureInfo.InvariantCulture, $"K{institution:00000},{Math.Max(1, places)},5,20,{places / 20}\n"));
        }

        using var asking = new StreamWriter(Path.Combine(folder, "applicants.csv"), append: false, new UTF8Encoding(false));
        asking.Write("applicant,preferences,children,sibling,special\n");
        Span<int> list = stackalloc int[Wishes];
        for (var applicant = 0; applicant < applicants; applicant++)
        {
            var home = chance.Next(institutions);
            asking.Write(string.Create(CultureInfo.InvariantCulture, $"A{applicant:0000000},"));
            var wishes = Math.Min(Wishes, institutions);
            for (var wish = 0; wish < wishes; wish++)
            {
                do
                    list[wish] = (home + chance.Next(Math.Min(Nearby, institutions))) % institutions;
                while (list[..wish].Contains(list[wish]));
                asking.Write(string.Create(CultureInfo.InvariantCulture, $"{(wish == 0 ? "" : " ")}K{list[wish]:00000}"));
            }

            var sibling = chance.Next(10) == 0 ? string.Create(CultureInfo.InvariantCulture, $"K{list[0]:00000}") : "";
            asking.Write(string.Create(CultureInfo.InvariantCulture, $",{1 + chance.Next(3)},{sibling},{(chance.Next(30) == 0 ? 1 : 0)}\n"));
        }
    }
}
