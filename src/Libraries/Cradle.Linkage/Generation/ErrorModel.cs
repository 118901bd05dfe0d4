using System.Globalization;
using System.Text;

namespace Cradle.Linkage.Generation;

/// <summary>
/// How registers differ from the truth and from one another. The rates are assumptions, chosen harder than what a cleaned
/// register shows; each is applied to each record on its own.
/// </summary>
internal sealed class ErrorModel(Random random)
{
    private const double NameWrong = 0.02;
    private const double IdMissing = 0.08;
    private const double IdMistyped = 0.01;
    private const double IdOld = 0.005;
    private const double DateWrong = 0.008;
    private const double SexWrong = 0.003;
    private const double SexMissing = 0.01;
    private const double PhoneChanged = 0.10;
    private const double PhoneMissing = 0.08;
    private const double Moved = 0.06;
    private const double AddressMissing = 0.03;
    private const double AddressShort = 0.3;
    private const double FullWidth = 0.005;
    private const double NamePlaceholder = 0.6;

    private readonly NameStock names = new(random);
    private readonly PlaceStock places = new(random);

    public string Name(InventedPerson person, bool isBirthRecord)
    {
        if (isBirthRecord && person.IsNewborn && Happens(NamePlaceholder))
        {
            return $"{person.Mother!.Name}之{(person.IsMale ? '子' : '女')}";
        }

        return Happens(NameWrong) ? WrongName(person.Name) : person.Name;
    }

    public string Id(InventedPerson person, bool isBirthRecord)
    {
        if (isBirthRecord && person.IsNewborn || Happens(IdMissing))
        {
            return "";
        }

        var id = person.Id;
        return Happens(IdMistyped) ? Mistyped(id, id.Length - 1)
            : Happens(IdOld) && id[6] == '1' ? string.Concat(id.AsSpan(0, 6), id.AsSpan(8, 9))
            : Happens(FullWidth) ? Wide(id) : id;
    }

    public DateOnly Born(InventedPerson person)
    {
        if (!Happens(DateWrong))
        {
            return person.Born;
        }

        return random.Next(3) switch
        {
            0 => person.Born.AddDays(random.Next(1, 9)),
            1 => person.Born.AddMonths(random.Next(1, 11)),
            _ => person.Born.AddYears(random.Next(2) == 0 ? 1 : -1),
        };
    }

    public string Sex(InventedPerson person) => Happens(SexMissing) ? "" : person.IsMale != Happens(SexWrong) ? "男" : "女";

    public string Phone(InventedPerson person)
    {
        if (Happens(PhoneMissing))
        {
            return "";
        }

        var text = (Happens(PhoneChanged) ? 13_000_000_000 + random.NextInt64(7_000_000_000) : person.Phone).ToString(CultureInfo.InvariantCulture);
        return Happens(0.01) ? Mistyped(text, text.Length) : Happens(0.02) ? $"+86 {text[..3]}-{text[3..7]}-{text[7..]}" : text;
    }

    public string Address(InventedPerson person)
    {
        if (Happens(AddressMissing))
        {
            return "";
        }

        var home = Happens(Moved) ? places.Home() : person.Home;
        var text = home.Text(withUpper: !Happens(AddressShort), Happens(0.5) ? "栋" : "号楼");
        return Happens(FullWidth) ? Wide(text) : text;
    }

    /// <summary>Something that a register does not always have.</summary>
    public string Sometimes(string text, double missing) => Happens(missing) ? "" : text;

    public bool Happens(double rate) => random.NextDouble() < rate;

    private string WrongName(string name)
    {
        var at = random.Next(name.Length);
        if (name.Contains('·'))
        {
            return name.Replace('·', random.Next(2) == 0 ? '•' : '.');
        }

        return random.Next(10) switch
        {
            < 5 => Replaced(name, at, names.Homophone(name[at])),
            < 7 when name.Length == 2 => $"{name[0]} {name[1]}",
            < 8 when name.Length > 2 => name.Remove(Math.Max(1, at), 1),
            _ => Replaced(name, Math.Max(1, at), names.AnyCharacter()),
        };
    }

    private static string Replaced(string text, int at, char c) => string.Concat(text.AsSpan(0, at), c.ToString(), text.AsSpan(at + 1));

    private string Mistyped(string text, int digits)
    {
        var at = random.Next(digits);
        return random.Next(4) == 0 && at + 1 < digits
            ? string.Concat(text.AsSpan(0, at), text[at + 1].ToString(), text[at].ToString(), text.AsSpan(at + 2))
            : Replaced(text, at, (char)('0' + (text[at] - '0' + random.Next(1, 10)) % 10));
    }

    private static string Wide(string text)
    {
        var wide = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            wide.Append(c is > ' ' and < '\u007f' ? (char)(c + 0xFEE0) : c);
        }

        return wide.ToString();
    }
}
