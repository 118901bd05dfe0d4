using Cradle.Primitives;

namespace Cradle.Linkage.Generation;

/// <summary>An invented person as it truly is.</summary>
internal sealed record InventedPerson
{
    public required string Name { get; init; }
    public required bool IsMale { get; init; }
    public required DateOnly Born { get; init; }
    public required string Id { get; init; }
    public required Home Home { get; init; }
    public required long Phone { get; init; }
    public InventedPerson? Mother { get; init; }
    public string? Certificate { get; init; }
    public int BirthOrder { get; init; }

    public bool IsNewborn => Certificate is not null;

    /// <summary>An identity number with its check digit.</summary>
    public static string IdOf(int division, DateOnly born, int sequence)
    {
        var body = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{division:000000}{born:yyyyMMdd}{sequence:000}");
        return body + ResidentId.CheckDigitOf(body);
    }
}
