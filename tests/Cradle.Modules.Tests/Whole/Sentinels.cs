namespace Cradle.Modules.Tests.Whole;

/// <summary>Numbers that occur nowhere else: where one is read in clear, something has let it out.</summary>
internal static class Sentinels
{
    public static readonly string Mother = Id("22010419920815462");
    public static readonly string Father = Id("22010419900217353");
    public static readonly string OtherMother = Id("22010419930712228");
    public static readonly string OtherParent = Id("14010519910306117");
    public static readonly string FeePerson = Id("22010419780921551");
    public static readonly string FeeSpouse = Id("22010419810614332");
    public const string Phone = "13957260841";
    public const string OtherPhone = "15864027319";
    public const string ContactPhone = "18742953160";
    public const string ContactEmail = "sentinel.mailbox@reader.example";
    public const string Certificate = "S748291653";
    public const string Invoice = "QJ59302817465";

    /// <summary>What only the addressee of a message is reached by.</summary>
    public static IReadOnlyList<string> Contacts { get; } = [ContactPhone, ContactEmail];

    public static IReadOnlyList<string> All { get; } = [Mother, Father, OtherMother, OtherParent, FeePerson, FeeSpouse, Phone, OtherPhone, ContactPhone, ContactEmail, Certificate, Invoice];

    public static IEnumerable<string> In(string text) => All.Where(sentinel => text.Contains(sentinel, StringComparison.OrdinalIgnoreCase));

    // The check digit of GB 11643.
    private static string Id(string body)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432"[body.Select((digit, index) => (digit - '0') * weights[index]).Sum() % 11];
    }
}
