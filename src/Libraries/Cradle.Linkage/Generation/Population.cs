using System.Globalization;

namespace Cradle.Linkage.Generation;

/// <summary>
/// Invents households one after the other, with the traps that false links come from: twins (same mother, day, home and phone,
/// names one character apart), children and old people with the phone of a parent or child, siblings that share a character,
/// and namesakes of one birthday in one county.
/// </summary>
internal sealed class Population(Random random)
{
    private const double Couples = 0.75;
    private const double Twins = 0.02;
    private const double Namesakes = 0.002;
    private const double Minorities = 0.02;
    private const double Newborns = 0.25;
    private const int LastYear = 2025;

    private readonly NameStock names = new(random);
    private readonly PlaceStock places = new(random);
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private readonly List<InventedPerson> recent = [];

    /// <summary>The persons of one more household.</summary>
    public IReadOnlyList<InventedPerson> Household()
    {
        var home = places.Home();
        var father = Adult(home, isMale: true);
        var household = new List<InventedPerson> { father };
        if (random.NextDouble() < Couples)
        {
            var mother = Adult(home, isMale: false);
            household.Add(mother);
            AddChildren(household, father, mother);
        }

        if (random.NextDouble() < 0.15)
        {
            // A grandparent who is reached by the son's phone.
            household.Add(Person(father.Name[..1] + names.Given(isMale: true, 1950), isMale: true, Day(1940, 1962), home, father.Phone));
        }

        Remember(household);
        return household;
    }

    private InventedPerson Adult(Home home, bool isMale)
    {
        if (random.NextDouble() < Namesakes && recent.FindLast(person => person.IsMale == isMale && person.Home.Division == home.Division && person.Mother is null) is { } other)
        {
            return Person(other.Name, isMale, other.Born, home, Phone());
        }

        var born = Day(1955, 2000);
        return Person(random.NextDouble() < Minorities ? names.Minority() : names.Surname() + names.Given(isMale, born.Year), isMale, born, home, Phone());
    }

    private void AddChildren(List<InventedPerson> household, InventedPerson father, InventedPerson mother)
    {
        var surname = father.Name.Contains('·') ? "" : father.Name[..1];
        var shared = names.AnyCharacter();
        var count = random.Next(10) switch { < 2 => 0, < 7 => 1, < 9 => 2, _ => 3 };
        var order = 0;
        for (var child = 0; child < count; child++)
        {
            var isNewborn = child == count - 1 && random.NextDouble() < Newborns;
            var born = isNewborn ? Day(LastYear, LastYear) : Day(2000, LastYear - 1);
            for (var twin = random.NextDouble() < Twins ? 2 : 1; twin > 0; twin--)
            {
                var isMale = random.Next(2) == 0;
                household.Add(Person(surname + names.Given(isMale, born.Year, shared), isMale, born, household[0].Home, random.Next(3) == 0 ? father.Phone : mother.Phone) with
                {
                    Mother = mother,
                    BirthOrder = ++order,
                    Certificate = isNewborn ? string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + random.Next(26))}{random.Next(100_000_000, 1_000_000_000)}") : null,
                });
            }
        }
    }

    private InventedPerson Person(string name, bool isMale, DateOnly born, Home home, long phone)
    {
        string id;
        do
        {
            id = InventedPerson.IdOf(home.Division, born, random.Next(0, 500) * 2 + (isMale ? 1 : 0));
        }
        while (!given.Add(id));
        return new InventedPerson { Name = name, IsMale = isMale, Born = born, Id = id, Home = home, Phone = phone };
    }

    private void Remember(List<InventedPerson> household)
    {
        recent.AddRange(household);
        if (recent.Count > 2000)
        {
            recent.RemoveRange(0, 1000);
        }
    }

    private DateOnly Day(int firstYear, int lastYear) => new DateOnly(firstYear, 1, 1).AddDays(random.Next(365 * (lastYear - firstYear + 1)));

    private long Phone() => 13_000_000_000 + random.NextInt64(7_000_000_000);
}
