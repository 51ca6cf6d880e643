-- The one form of an official number (文号, 批次号, 登记号, 编号) by which it is stored and looked up, whatever brackets, widths,
-- dashes and spaces it was written with; CourtFormats' NumberFolding says the same in Swift.
CREATE FUNCTION core.folded_number(number text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN translate(
        regexp_replace(
            number,
            -- White space, and what shows nothing (Unicode, Default_Ignorable_Code_Point, and blanks that are symbols).
            '[\u0009-\u000D\u0020\u0085\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F\u2000-\u200F'
                '\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3'
                '\U0001D159\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]',
            '',
            'g'
        ),
        '([{（［｛〔【〖〘﹙﹝﹛⦗❲)]}）］｝〕】〗〙﹚﹞﹜⦘❳' || E'\u2010\u2011\u2012\u2013\u2014\u2212\uFE63\uFF0D'
            || '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
        '〔〔〔〔〔〔〔〔〔〔〔〔〔〔〔〕〕〕〕〕〕〕〕〕〕〕〕〕〕〕' || '--------'
            || '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
    );
