/// The compound surnames (复姓) that a name may begin with.
///
/// Those of 《百家姓》 (its last part, from 万俟 to 第五), and of 《通志·氏族略》 and 《魏书·官氏志》 those that are borne today; each
/// in its traditional form, too. A pair of characters that is far more often a surname with a given name's first character
/// (高阳, 安平) is left out, so that no more is shown of a name than its surname.
enum CompoundSurname {
    static let all: Set<String> = Set((hundredFamilies + others + traditional).split(separator: " ").map(String.init))

    private static let hundredFamilies = """
        万俟 司马 上官 欧阳 夏侯 诸葛 闻人 东方 赫连 皇甫 尉迟 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公孙 仲孙 轩辕 令狐 \
        钟离 宇文 长孙 慕容 鲜于 闾丘 司徒 司空 亓官 司寇 子车 颛孙 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 拓拔 夹谷 宰父 谷梁 榖梁 段干 \
        百里 东郭 南门 呼延 羊舌 微生 梁丘 左丘 东门 西门 南宫 第五
        """
    private static let others = """
         太史 独孤 完颜 纳兰 叶赫 贺兰 耶律 那拉 达奚 褚师 子桑 屠岸 毌丘 毋丘 母丘 北宫 东宫 公户 公玉 公仪 公仲 公门 公坚 \
        公伯 公祖 公乘 公皙 南荣 南郭 北郭 西乞 仆固 尔朱 豆卢 斛律 贺若 贺拔 贺楼 库狄 纥干 乌孙 哥舒 相里 乙弗 屈突 沮渠 叔孙 闾邱 \
        梁邱 左邱 羊角 富察 费莫 钮祜 瓜尔 赫舍
        """
    private static let traditional = """
         萬俟 司馬 歐陽 諸葛 聞人 東方 赫連 尉遲 澹臺 濮陽 單于 公孫 仲孫 軒轅 鍾離 鐘離 長孫 鮮于 閭丘 亓官 子車 顓孫 巫馬 漆雕 \
        樂正 壤駟 夾谷 東郭 南門 東門 西門 南宮 獨孤 完顏 納蘭 葉赫 賀蘭 達奚 褚師 毌丘 北宮 東宮 公戶 公儀 公門 公堅 南榮 爾朱 豆盧 \
        賀若 賀拔 賀樓 庫狄 紇干 烏孫 叔孫
        """
}
