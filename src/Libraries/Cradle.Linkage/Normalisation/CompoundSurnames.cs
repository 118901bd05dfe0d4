namespace Cradle.Linkage.Normalisation;

/// <summary>Chinese surnames of two characters.</summary>
public static class CompoundSurnames
{
    private static readonly HashSet<int> Known =
    [
        .. ("欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 长孙 宇文 司徒 夏侯 轩辕 端木 百里 东郭 南宫 呼延 独孤 申屠 太史 公羊 澹台 "
            + "拓跋 完颜 赫连 钟离 闻人 淳于 单于 司空 闾丘 子车 仲孙 万俟 公冶 宗政 濮阳 公西 漆雕 乐正 壤驷 公良 夹谷 谷梁 左丘 东门 西门 第五 纳兰")
            .Split(' ').Select(name => Key(name[0], name[1])),
    ];

    /// <summary>Whether a name of three characters or more begins with a compound surname.</summary>
    /// <param name="name">The name, normalised.</param>
    public static bool Begins(ReadOnlySpan<char> name) => name.Length >= 3 && Known.Contains(Key(name[0], name[1]));

    private static int Key(char first, char second) => first << 16 | second;
}
