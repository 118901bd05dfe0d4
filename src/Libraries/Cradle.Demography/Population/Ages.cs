namespace Cradle.Demography.Population;

/// <summary>The age axis of the whole library: single completed years 0, 1 … 99, and the open group 100 and over at index 100.</summary>
public static class Ages
{
    /// <summary>The index of the open age group, 100 and over.</summary>
    public const int Open = 100;

    /// <summary>How many ages there are, the open one included.</summary>
    public const int Count = Open + 1;

    /// <summary>The age as it is written: <c>0</c> … <c>99</c>, <c>100+</c>.</summary>
    /// <param name="age">Index of the age.</param>
    public static string Label(int age) => age == Open ? "100+" : age.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
