namespace Cradle.Primitives;

/// <summary>Brackets of clause numbers, which keyboards write in either width: 二（十二） and 二(十二).</summary>
public static class Brackets
{
    /// <summary>The text with its round brackets in full width, as documents print them.</summary>
    /// <param name="text">A clause number, or words around one.</param>
    public static string Wide(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace('(', '（').Replace(')', '）');
    }
}
