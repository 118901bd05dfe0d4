namespace Cradle.Linkage.Normalisation;

/// <summary>
/// Entries that stand for a child without a name: 王芳之子, 王芳之女, 王芳之大女, 王某某, 新生儿, 未取名. They are no evidence of who the
/// child is; those of the first form name the mother.
/// </summary>
public static class PlaceholderName
{
    private static readonly string[] Whole = ["新生儿", "婴儿", "未取名", "未起名", "待定", "待取名", "无名氏", "宝宝", "男婴", "女婴", "佚名", "某某", "某某某"];

    /// <summary>Whether a name stands for a missing one.</summary>
    /// <param name="name">The name, normalised.</param>
    public static bool Is(ReadOnlySpan<char> name)
    {
        if (MotherIn(name).Length > 0 || name.Contains('某'))
        {
            return true;
        }

        foreach (var word in Whole)
        {
            if (name.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The mother's name in an entry such as 王芳之子 or 王芳之双女; empty for any other name.</summary>
    /// <param name="name">The name, normalised.</param>
    public static ReadOnlySpan<char> MotherIn(ReadOnlySpan<char> name)
    {
        // 张之子 would be a name of three characters, so at least two stand before 之.
        var at = name.LastIndexOf('之');
        return at >= 2 && name.Length - at is 2 or 3 && name[^1] is '子' or '女' or '儿' or '婴' && at >= 2 ? name[..at] : [];
    }
}
